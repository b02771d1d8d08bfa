import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { recordNoteSteps } from "../../record-note-steps.ts";
import { closeConflicts } from "./close-conflicts.ts";
import { endStandingSql } from "./end-standing.sql.ts";

/** Ends waiting notes that apply no more, and says why. They are locked. */
export async function endStanding(ctx: TxCtx, noteIds: readonly string[], why: string): Promise<void> {
  if (noteIds.length === 0) return;
  const { tx, organizationId, clock } = ctx;
  const ended = await runSql(tx, endStandingSql, [organizationId, noteIds, why, clock.now()]);
  for (const kind of ["USED", "DECLINED"] as const) {
    const notes = ended.filter(({ status }) => status === kind);
    await recordNoteSteps(ctx, { kind, notes: notes.map(({ id }) => ({ noteId: id, reason: why })) });
  }
  await closeConflicts(
    ctx,
    ended.map(({ id }) => id),
  );
}
