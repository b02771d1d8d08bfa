import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { releaseLeaseSql } from "./internal/release-lease.sql.ts";
import type { Lease } from "./run.ts";

/**
 * Gives a run back in the middle, when a worker is told to stop: the next one takes it at once and goes on after the last finished
 * phase. It does not count as an attempt.
 *
 * @returns false when the lease was lost before
 */
export async function releaseLease(system: System, lease: Lease): Promise<boolean> {
  const rows = await runSql(system.db.pool, releaseLeaseSql, [
    lease.queueId,
    lease.leaseToken,
    system.clock.now(),
  ]);
  return rows.length > 0;
}
