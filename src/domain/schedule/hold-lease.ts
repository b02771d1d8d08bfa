import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { holdLeaseSql } from "./internal/hold-lease.sql.ts";
import type { Lease } from "./run.ts";

/**
 * The first statement of every transaction that writes for a run: no one can take the run away before it commits. The answers
 * are those of `renewLease`; on `lost` the transaction must write nothing.
 */
export async function holdLease(ctx: TxCtx, lease: Lease): Promise<"held" | "lost" | "cancel"> {
  const [row] = await runSql(ctx.tx, holdLeaseSql, [lease.queueId, lease.leaseToken]);
  if (!row) return "lost";
  return row.cancelRequested ? "cancel" : "held";
}
