import { sql } from "#platform/database.ts";

/** Waits for the other claim to commit, so that what each organization has in work is counted right. Ends with the transaction. */
export const oneClaimAtATimeSql = sql<object>(
  "one_claim_at_a_time",
  "SELECT pg_advisory_xact_lock(hashtext('episodic: claim a batch'))",
);
