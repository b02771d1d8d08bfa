import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { setLeadTimeSql } from "./internal/set-lead-time.sql.ts";
import type { LeadTime } from "./lead-time.ts";

/** Has the episodes of a project begun so long before their slots from now on; the next slot falls due by it at once. */
export async function setLeadTime(
  ctx: TxCtx,
  { projectId, leadSeconds, learntFrom }: LeadTime & { projectId: string },
): Promise<void> {
  await runSql(ctx.tx, setLeadTimeSql, [projectId, leadSeconds, learntFrom, ctx.clock.now()]);
}
