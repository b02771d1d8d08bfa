import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { lockNotes } from "./internal/notes/lock-notes.ts";
import { giveWay } from "./internal/relations/give-way.ts";
import { lockRelations } from "./internal/relations/lock-relations.ts";
import { standAgain } from "./internal/relations/stand-again.ts";
import { cutAtWord } from "./internal/understand/say-understanding.ts";

/**
 * Chooses between two notes that contradict each other: the chosen one counts, the other is declined with a reason that names the choice, or
 * stopped where it was in force. The newest decision stands, until an episode has taken the chosen note up. Editors who decide at once take
 * turns; both decisions are in the steps of the notes and in the audit log.
 *
 * @throws AppError NOT_FOUND for a contradiction that is not there (any more), CONFLICT when it is too late
 */
export const decideConflict = command(
  { needs: "note.settle", input: z.object({ conflictId: z.string(), chosenNoteId: z.string() }) },
  async (ctx, { conflictId, chosenNoteId }): Promise<{ chosenNoteId: string }> => {
    const { tx, actor, clock } = ctx;
    const { projectId } = await findConflict(ctx, conflictId);
    await lockRelations(ctx, projectId);
    const { firstNoteId, secondNoteId, chosenNoteId: before } = await findConflict(ctx, conflictId);
    const locked = await lockNotes(ctx, [firstNoteId, secondNoteId]);
    const chosen = locked.get(chosenNoteId);
    const other = locked.get(chosenNoteId === firstNoteId ? secondNoteId : firstNoteId);
    if (
      chosen === undefined ||
      other === undefined ||
      chosen.status === "WITHDRAWN" ||
      other.status === "WITHDRAWN"
    )
      throw new AppError(
        "NOT_FOUND",
        "There is no such contradiction any more. One of the notes may be gone.",
      );
    const decidedById = actor.kind === "user" ? actor.userId : null;
    await tx.noteConflict.update({
      where: { id: conflictId },
      data: { chosenNoteId, decidedById, decidedAt: clock.now() },
    });
    if (before !== chosenNoteId) {
      await giveWay(
        ctx,
        other,
        `An editor has chosen what contradicts it: “${await sayNote(ctx, chosen.id)}”`,
      );
      await standAgain(ctx, chosen, other.id);
    }
    await recordAudit(ctx, {
      action: "note.decide",
      targetType: "note",
      targetId: chosenNoteId,
      ...(before === null ? {} : { before: { chosenNoteId: before } }),
      after: { chosenNoteId, otherNoteId: other.id },
    });
    return { chosenNoteId };
  },
);

async function findConflict({ tx, organizationId }: TxCtx, conflictId: string) {
  const id = z.uuid().safeParse(conflictId);
  const conflict = id.success
    ? await tx.noteConflict.findFirst({
        where: { id: id.data, organizationId, project: { deletedAt: null } },
        select: {
          ...{ projectId: true, firstNoteId: true, secondNoteId: true },
          ...{ chosenNoteId: true, decidedAt: true, decidedById: true },
        },
      })
    : null;
  const isClosed = conflict?.decidedAt != null && conflict.decidedById === null;
  if (conflict === null || isClosed)
    throw new AppError("NOT_FOUND", "There is no such contradiction any more.");
  return conflict;
}

async function sayNote({ tx, organizationId }: TxCtx, id: string): Promise<string> {
  const where = { organizationId_id: { organizationId, id } };
  const { paraphrase, text } = await tx.planningNote.findUniqueOrThrow({
    where,
    select: { paraphrase: true, text: true },
  });
  return cutAtWord(paraphrase ?? text, 300);
}
