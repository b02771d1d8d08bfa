import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { endedRunsSql } from "./ended-runs.sql.ts";
import { releaseFromRuns } from "./release-from-runs.ts";

/** Of locked notes, those whose run has ended without an episode wait again. */
export async function comeBack(ctx: TxCtx, noteIds: readonly string[]): Promise<void> {
  if (noteIds.length === 0) return;
  const ended = await runSql(ctx.tx, endedRunsSql, [ctx.organizationId, noteIds]);
  await releaseFromRuns(
    ctx,
    ended.map(({ id }) => id),
    noteIds,
  );
}
