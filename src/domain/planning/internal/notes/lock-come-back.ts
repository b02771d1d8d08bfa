import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { endedRunsSql } from "./ended-runs.sql.ts";
import { type LockedNote, lockNotes } from "./lock-notes.ts";
import { releaseFromRuns } from "./release-from-runs.ts";

/**
 * Locks notes as `lockNotes` does; those whose run has ended without an episode wait again, with what they are merged into. `lockRelations`
 * was taken.
 */
export async function lockComeBack(ctx: TxCtx, noteIds: readonly string[]): Promise<Map<string, LockedNote>> {
  const { tx, organizationId } = ctx;
  const notes = await lockNotes(ctx, noteIds);
  const leads = [...new Set([...notes.values()].map(({ id, mergedIntoId }) => mergedIntoId ?? id))];
  if (leads.length === 0) return notes;
  await lockNotes(ctx, leads);
  const ended = await runSql(tx, endedRunsSql, [organizationId, leads]);
  if (ended.length === 0) return notes;
  const queueIds = ended.map(({ id }) => id);
  await releaseFromRuns(ctx, queueIds, leads);
  return lockNotes(ctx, noteIds);
}
