import { sql } from "#platform/database.ts";

/**
 * Waits for the other claim to commit, so that what each organization has in work is counted right; ends with the transaction. A
 * worker that was stopped right behind this statement keeps the others waiting for five seconds at most.
 */
export const oneClaimAtATimeSql = sql<object>(
  "one_claim_at_a_time",
  "SELECT set_config('idle_in_transaction_session_timeout', '5s', true), pg_advisory_xact_lock(hashtext('episodic: claim a batch'))",
);
