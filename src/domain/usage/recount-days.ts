import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { lockToRecountSql } from "./internal/lock-to-recount.sql.ts";
import { reopenAllDaysSql } from "./internal/reopen-all-days.sql.ts";

/** After a change of the reporting zone: every call falls on the day that it has there. The roll-up does the rest, pages are right at once. */
export async function recountDays(ctx: TxCtx): Promise<void> {
  // Who entered a call by the zone before is done then, and seen below.
  await runSql(ctx.tx, lockToRecountSql, [ctx.organizationId]);
  await runSql(ctx.tx, reopenAllDaysSql, [ctx.organizationId, ctx.clock.now()]);
}
