import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { recordNoteStep } from "../../record-note-step.ts";
import { closeConflicts } from "../notes/close-conflicts.ts";
import { handOnConflicts } from "./hand-on-conflicts.ts";
import { handOnLeadSql } from "./hand-on-lead.sql.ts";
import { refreshAttention } from "./refresh-attention.ts";

/**
 * Takes a locked, waiting note out of what joins it to others, because its words change or it is withdrawn: it is no vote for another's any
 * more, the oldest of those that were votes for it leads the others on, and what it contradicted is free. `lockRelations` was taken.
 */
export async function leaveOthers(ctx: TxCtx, noteId: string): Promise<void> {
  const { tx, organizationId } = ctx;
  const { count } = await tx.planningNote.updateMany({
    where: { organizationId, id: noteId, mergedIntoId: { not: null } },
    data: { mergedIntoId: null },
  });
  if (count > 0) await recordNoteStep(ctx, { noteId, kind: "PARTED" });
  const pairs = { organizationId, OR: [{ firstNoteId: noteId }, { secondNoteId: noteId }] };
  const [heir] = await runSql(tx, handOnLeadSql, [organizationId, noteId]);
  if (heir === undefined) {
    await closeConflicts(ctx, [noteId]);
  } else {
    await handOnConflicts(ctx, { from: noteId, to: heir.id });
    await refreshAttention(ctx, [heir.id]);
  }
  // What was decided about its words is in the steps; with other words there is nothing to decide otherwise.
  await tx.noteConflict.deleteMany({ where: pairs });
}
