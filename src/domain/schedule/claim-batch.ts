import { bareTransaction } from "#platform/bare-transaction.ts";
import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { claimBatchSql } from "./internal/claim-batch.sql.ts";
import { oneClaimAtATimeSql } from "./internal/one-claim-at-a-time.sql.ts";
import { type ClaimedRun, LEASE_SECONDS } from "./run.ts";

const RUNS_OF_ONE_ORGANIZATION = 4;

export interface Claim {
  workerId: string;
  /** The most runs to take. */
  size: number;
  /** The most runs that one organization may have in work, over all workers. */
  organizationConcurrency?: number;
}

/**
 * Takes the runs whose time has come for a worker, each with a lease of `LEASE_SECONDS` and a new fencing token. While several
 * organizations wait, none gets more than its share; of a project, one run is in work at a time. Empty when nothing is due.
 */
export async function claimBatch(system: System, claim: Claim): Promise<ClaimedRun[]> {
  const { workerId, size, organizationConcurrency = RUNS_OF_ONE_ORGANIZATION } = claim;
  const values = [system.clock.now(), workerId, size, organizationConcurrency, LEASE_SECONDS];
  return bareTransaction(system.db.pool, async (client) => {
    await runSql(client, oneClaimAtATimeSql, []);
    return runSql(client, claimBatchSql, values);
  });
}
