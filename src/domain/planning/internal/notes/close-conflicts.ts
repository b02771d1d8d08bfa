import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { recordNoteSteps } from "../../record-note-steps.ts";
import { closeConflictsSql } from "./close-conflicts.sql.ts";

/** Closes the contradictions of notes that ask for nothing any more. What they contradicted is free to be planned, and its author is told. */
export async function closeConflicts(ctx: TxCtx, noteIds: readonly string[]): Promise<void> {
  if (noteIds.length === 0) return;
  const freed = await runSql(ctx.tx, closeConflictsSql, [ctx.organizationId, noteIds, ctx.clock.now()]);
  const reason = "The note that asked for the opposite counts no more.";
  await recordNoteSteps(ctx, { kind: "ACCEPTED", notes: freed.map(({ id }) => ({ noteId: id, reason })) });
}
