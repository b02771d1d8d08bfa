import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { listedNoteSelect, toListedNote } from "./internal/notes/listed-note.ts";
import { loadConflicts, loadMerged, loadPlans, loadSteps } from "./internal/notes/load-life.ts";
import { whatMayBeDone } from "./internal/notes/what-may-be-done.ts";

/**
 * One note with its whole life: its steps, each plan with what became of it and the blocks, who else asks for it, what contradicts it, and what
 * whoever asks may do with it. Authors see their own and of others only that they ask for the same; editors see all.
 *
 * @throws AppError NOT_FOUND for another's note (unless one sees all), another organization's, a removed project's, or none: they look the same
 */
export const getNote = query(
  { needs: "note.submit", input: z.object({ noteId: z.string() }) },
  async (ctx, { noteId }) => {
    const { tx, organizationId, actor } = ctx;
    const id = z.uuid().safeParse(noteId);
    const seesAll = may(actor, "note.read");
    const me = actor.kind === "user" ? actor.userId : null;
    const row = id.success
      ? await tx.planningNote.findFirst({
          where: {
            id: id.data,
            organizationId,
            project: { deletedAt: null },
            ...(seesAll ? {} : { authorId: me }),
          },
          select: {
            ...listedNoteSelect,
            understoodBy: true,
            settledById: true,
            project: { select: { id: true, title: true } },
            targetSource: { select: { id: true, title: true } },
            episode: { select: { id: true, number: true, title: true } },
            block: { select: { id: true, ordinal: true, episodeId: true } },
          },
        })
      : null;
    if (!row || (!seesAll && me === null)) {
      throw new AppError("NOT_FOUND", "There is no such note. Its project may have been removed.");
    }
    const { project, targetSource, episode, block, understoodBy, settledById, ...listed } = row;
    const isMine = me !== null && row.authorId === me;
    const viewer = { me, seesAll, seesRuns: may(actor, "run.read") };
    const leadId = row.mergedIntoId ?? row.id;
    const merged = await loadMerged(ctx, leadId, viewer);
    return {
      ...toListedNote(listed, viewer),
      project,
      understoodBy,
      targetSource,
      /** What it is about, where that is less than the project. */
      subject: episode && { episode, block, isBlockGone: block === null && listed.passage !== null },
      isMine,
      votes: merged.votes,
      merged: merged.notes,
      mergedInto: row.mergedIntoId === null ? null : merged.lead,
      steps: await loadSteps(ctx, row.id, viewer),
      plans: await loadPlans(ctx, leadId, viewer),
      conflicts: seesAll ? await loadConflicts(ctx, row.id) : [],
      can: whatMayBeDone({ ...row, isMine }, actor),
    };
  },
);
