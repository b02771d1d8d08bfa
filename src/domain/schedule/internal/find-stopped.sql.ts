import { sql } from "#platform/database.ts";

/** Of the leases given (rows, fencing tokens) those that hold and that nobody wants to end. */
export const findStoppedSql = sql<{ queueId: string }>(
  "find_stopped",
  `
SELECT q.id AS "queueId" FROM unnest($1::uuid[], $2::uuid[]) AS lease(id, token)
JOIN episode_schedule_queue q ON q.id = lease.id AND q.lease_token = lease.token
WHERE q.cancel_requested_at IS NULL`,
);
