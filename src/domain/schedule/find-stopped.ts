import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { findStoppedSql } from "./internal/find-stopped.sql.ts";
import type { Lease } from "./run.ts";

/** Which of these runs somebody wants to end, or have another worker by now: their workers stop in the middle. One statement for all. */
export async function findStopped<Held extends Lease>(
  system: System,
  leases: readonly Held[],
): Promise<Held[]> {
  if (leases.length === 0) return [];
  const rows = await runSql(system.db.pool, findStoppedSql, [
    leases.map(({ queueId }) => queueId),
    leases.map(({ leaseToken }) => leaseToken),
  ]);
  const going = new Set(rows.map(({ queueId }) => queueId));
  return leases.filter(({ queueId }) => !going.has(queueId));
}
