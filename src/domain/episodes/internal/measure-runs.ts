import type { MeasuredRun } from "#domain/schedule/lead-time.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { measuredRunsSql } from "./measured-runs.sql.ts";

/** Enough for a quantile of 95 %, and few enough to follow a writer that became slower or quicker. */
const RUNS_LOOKED_AT = 30;

/** What the last runs of a project took that were written by `writer`. */
export function measureRuns(ctx: TxCtx, projectId: string, writer: string): Promise<MeasuredRun[]> {
  return runSql(ctx.tx, measuredRunsSql, [ctx.organizationId, projectId, writer, RUNS_LOOKED_AT]);
}
