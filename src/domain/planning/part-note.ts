import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { may } from "#domain/people/permissions.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { lockNotes } from "./internal/notes/lock-notes.ts";
import { whyNotWaiting } from "./internal/notes/why-not-waiting.ts";
import { contradict } from "./internal/relations/contradict.ts";
import { lockRelations } from "./internal/relations/lock-relations.ts";
import { recordNoteStep } from "./record-note-step.ts";

/**
 * Takes a note out of the one that it was merged into, because it asks for something else: it waits for itself again. Its author may, and an
 * editor, until the notes are planned.
 *
 * @throws AppError NOT_FOUND for another's note (unless one sees all), CONFLICT when it is not merged, planned or settled
 */
export const partNote = command(
  { needs: "note.submit", input: z.object({ noteId: z.string() }) },
  async (ctx, { noteId }): Promise<{ noteId: string }> => {
    const { tx, organizationId, actor } = ctx;
    const missing = new AppError("NOT_FOUND", "There is no such note. Its project may have been removed.");
    const id = z.uuid().safeParse(noteId);
    if (!id.success) throw missing;
    const where = { organizationId, id: id.data, project: { deletedAt: null } };
    const found = await tx.planningNote.findFirst({ where, select: { projectId: true, authorId: true } });
    const isMine = actor.kind === "user" && found?.authorId === actor.userId;
    if (!found || !(isMine || may(actor, "note.settle"))) throw missing;
    await lockRelations(ctx, found.projectId);
    const note = (await lockNotes(ctx, [noteId])).get(noteId);
    if (!note) throw missing;
    if (note.mergedIntoId === null) throw new AppError("CONFLICT", "It stands for itself already.");
    const why = whyNotWaiting(note);
    if (why !== null) throw new AppError("CONFLICT", why);
    await tx.planningNote.updateMany({
      where: { organizationId, id: noteId },
      data: { mergedIntoId: null, revision: { increment: 1 } },
    });
    await recordNoteStep(ctx, { noteId, kind: "PARTED" });
    await recordAudit(ctx, {
      action: "note.part",
      targetType: "note",
      targetId: noteId,
      before: { mergedIntoId: note.mergedIntoId },
      after: { mergedIntoId: null },
    });
    await contradict(ctx, noteId);
    return { noteId };
  },
);
