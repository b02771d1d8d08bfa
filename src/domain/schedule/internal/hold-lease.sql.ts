import { sql } from "#platform/database.ts";

/** Locks the row of a lease that is still held. Values: row, fencing token. No row: the lease is lost. */
export const holdLeaseSql = sql<{ cancelRequested: boolean }>(
  "hold_lease",
  `
SELECT cancel_requested_at IS NOT NULL AS "cancelRequested" FROM episode_schedule_queue
WHERE id = $1::uuid AND lease_token = $2::uuid
FOR NO KEY UPDATE`,
);
