import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { type SweptRun, sweepLeasesSql } from "./internal/sweep-leases.sql.ts";

/** A piece of work that was the end of so many workers would very likely be the end of the next. */
const DEATHS_TO_QUARANTINE = 3;
const MOST_AT_ONCE = 200;

/**
 * Takes back the runs whose lease has run out: they go to the next worker at once (`RETRYING`), to an end when somebody had
 * cancelled them, or into quarantine after three workers in succession. To be called every ten seconds by every worker.
 *
 * @returns what became of each
 */
export async function sweepLeases(system: System): Promise<SweptRun[]> {
  const values = [system.clock.now(), DEATHS_TO_QUARANTINE, MOST_AT_ONCE];
  return runSql(system.db.pool, sweepLeasesSql, values);
}
