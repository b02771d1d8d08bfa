import { sql } from "#platform/database.ts";

/** Prolongs a lease that is still held. Values: row, fencing token, lease in seconds. No row: the lease is lost. */
export const renewLeaseSql = sql<{ cancelRequested: boolean }>(
  "renew_lease",
  `
UPDATE episode_schedule_queue SET lease_expires_at = clock_timestamp() + make_interval(secs => $3)
WHERE id = $1 AND lease_token = $2
RETURNING cancel_requested_at IS NOT NULL AS "cancelRequested"`,
);
