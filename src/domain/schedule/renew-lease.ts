import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { renewLeaseSql } from "./internal/renew-lease.sql.ts";
import { LEASE_SECONDS, type Lease } from "./run.ts";

/**
 * Prolongs the lease of a run by `LEASE_SECONDS` from now; to be called every `RENEW_EVERY_SECONDS`.
 *
 * `lost`: another worker may have the run, so stop at once and write nothing. `cancel`: a person asked for an end, so finish by
 * moving the run to `CANCELLED`.
 */
export async function renewLease(system: System, lease: Lease): Promise<"held" | "lost" | "cancel"> {
  const values = [lease.queueId, lease.leaseToken, LEASE_SECONDS];
  const [row] = await runSql(system.db.pool, renewLeaseSql, values);
  if (!row) return "lost";
  return row.cancelRequested ? "cancel" : "held";
}
