import type { AskedCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { callerOf } from "./internal/caller-of.ts";
import { releaseUsageSql } from "./internal/release-usage.sql.ts";

/**
 * Gives back what was set aside for a call that cost nothing for certain (it was refused, or never sent): nothing enters the ledger. A reservation
 * that has ended, or is another organization's, stays as it is.
 */
export async function releaseUsage(
  ctx: AskedCtx,
  { reservationId }: { reservationId: string },
): Promise<void> {
  await runSql(ctx.db.pool, releaseUsageSql, [...callerOf(ctx), reservationId, ctx.clock.now()]);
}
