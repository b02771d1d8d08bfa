import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { recordNoteSteps } from "../../record-note-steps.ts";
import { refreshAttention } from "../relations/refresh-attention.ts";
import { closeConflictsSql } from "./close-conflicts.sql.ts";

/**
 * Closes the contradictions of notes that ask for nothing any more. What they contradicted is free, unless an editor is to look at it for
 * another reason, and its author is told.
 */
export async function closeConflicts(ctx: TxCtx, noteIds: readonly string[]): Promise<void> {
  if (noteIds.length === 0) return;
  const { tx, organizationId, clock } = ctx;
  const waited = await runSql(tx, closeConflictsSql, [organizationId, noteIds, clock.now()]);
  const ids = waited.map(({ id }) => id);
  if (ids.length === 0) return;
  await refreshAttention(ctx, ids);
  const freed = await tx.planningNote.findMany({
    where: { organizationId, id: { in: ids }, attention: null },
    select: { id: true },
  });
  const reason = "The note that asked for the opposite counts no more.";
  await recordNoteSteps(ctx, { kind: "ACCEPTED", notes: freed.map(({ id }) => ({ noteId: id, reason })) });
}
