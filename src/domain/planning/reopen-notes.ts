import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import { todayOfProject } from "#domain/schedule/today-of-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { type BulkOutcome, chooseNotes, NotesToChoose } from "./internal/notes/choose-notes.ts";
import { enqueueUnderstanding } from "./internal/notes/enqueue-understanding.ts";
import { BUSY, leaveRuns } from "./internal/notes/leave-runs.ts";
import type { LockedNote } from "./internal/notes/lock-notes.ts";
import { contradict } from "./internal/relations/contradict.ts";
import { isWaiting } from "./note-states.ts";
import { recordNoteSteps } from "./record-note-steps.ts";

/**
 * Has notes wait again, with those merged into them: what was declined, by an editor or by a verdict, and what an editor has marked as done. What
 * an episode has used stays used. A contradiction that a note had lost is open again. Of two editors the first decides.
 */
export const reopenNotes = command(
  { needs: "note.settle", input: z.object({ notes: NotesToChoose }) },
  async (ctx, { notes }): Promise<BulkOutcome> => {
    const past = await findPast(
      ctx,
      notes.map(({ noteId }) => noteId),
    );
    const { chosen, missed } = await chooseNotes(ctx, notes, (note) =>
      past.has(note.id)
        ? "The date until which it applied is past. A new note can ask for it again."
        : whyNotReopened(note),
    );
    const busy = await leaveRuns(
      ctx,
      chosen.map(({ id }) => id),
    );
    const reopened = chosen.filter(({ id }) => !busy.has(id));
    await reopen(ctx, reopened);
    const done = reopened.map(({ id }) => id);
    return { done, missed: [...missed, ...[...busy].map((noteId) => ({ noteId, why: BUSY }))] };
  },
);

function whyNotReopened(note: LockedNote): string | null {
  if (note.status === "DECLINED") return null;
  if (note.status === "USED" && note.settledById !== null) return null;
  if (isWaiting(note.status)) return "It waits already.";
  if (note.status === "PLANNED") return "It is in the brief of an episode that is being written.";
  if (note.status === "WITHDRAWN") return "Its author has withdrawn it.";
  return "An episode has used it. A new note can ask for more.";
}

async function findPast(ctx: TxCtx, noteIds: readonly string[]): Promise<Set<string>> {
  const { tx, organizationId } = ctx;
  const dated = await tx.planningNote.findMany({
    where: {
      organizationId,
      id: { in: noteIds.filter((id) => z.uuid().safeParse(id).success) },
      untilDate: { not: null },
    },
    select: { id: true, projectId: true, untilDate: true },
  });
  const dayOf = new Map<string, Date>();
  for (const { projectId } of dated) {
    if (!dayOf.has(projectId)) dayOf.set(projectId, new Date(await todayOfProject(ctx, projectId)));
  }
  const isPast = (until: Date | null, today: Date | undefined) => until && today && until < today;
  return new Set(
    dated.filter(({ untilDate, projectId }) => isPast(untilDate, dayOf.get(projectId))).map(({ id }) => id),
  );
}

async function reopen(ctx: TxCtx, notes: readonly LockedNote[]): Promise<void> {
  const { tx, organizationId } = ctx;
  for (const status of ["UNDERSTOOD", "RECEIVED"] as const) {
    const ids = notes
      .filter((note) => (note.understoodAt !== null) === (status === "UNDERSTOOD"))
      .map(({ id }) => id);
    await tx.planningNote.updateMany({
      where: { organizationId, OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] },
      data: {
        status,
        reason: null,
        settledAt: null,
        settledById: null,
        stoppedAt: null,
        plannedForId: null,
        plannedAt: null,
        revision: { increment: 1 },
      },
    });
    if (status === "RECEIVED") for (const id of ids) await enqueueUnderstanding(ctx, id);
  }
  const ids = notes.map(({ id }) => id);
  await recordNoteSteps(ctx, { kind: "REOPENED", notes: ids.map((noteId) => ({ noteId })) });
  for (const id of ids) await contradict(ctx, id);
  for (const { id, status } of notes) {
    await recordAudit(ctx, { action: "note.reopen", targetType: "note", targetId: id, before: { status } });
  }
}
