import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { reopenAllDaysSql } from "./internal/reopen-all-days.sql.ts";

/** After a change of the reporting zone: every call falls on the day that it has there. The roll-up does the rest, pages are right at once. */
export async function recountDays(ctx: TxCtx): Promise<void> {
  await runSql(ctx.tx, reopenAllDaysSql, [ctx.organizationId, ctx.clock.now()]);
}
