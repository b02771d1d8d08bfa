import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { holdRestingRunsSql, leaveRunsSql, rewritableRunsSql } from "./leave-runs.sql.ts";

/**
 * Takes locked notes out of briefs that could be written from again (their run is then gathered anew), so that what is changed or reopened
 * reaches no episode by an old brief.
 *
 * @returns the notes that can't leave, because a run has such a brief in hand this moment; nothing of theirs has changed
 */
export async function leaveRuns(ctx: TxCtx, noteIds: readonly string[]): Promise<Set<string>> {
  const { tx, organizationId, clock } = ctx;
  const plans = await runSql(tx, rewritableRunsSql, [organizationId, noteIds]);
  if (plans.length === 0) return new Set();
  const runs = [...new Set(plans.map(({ queueId }) => queueId))];
  const held = await runSql(tx, holdRestingRunsSql, [organizationId, runs]);
  const resting = new Set(held.map(({ id }) => id));
  const busy = new Set(plans.filter(({ queueId }) => !resting.has(queueId)).map(({ noteId }) => noteId));
  const leaving = noteIds.filter((id) => !busy.has(id));
  await runSql(tx, leaveRunsSql, [organizationId, leaving, [...resting], clock.now()]);
  return busy;
}

export const BUSY =
  "An episode is being written again from a brief that lists it. Wait until that is finished.";
