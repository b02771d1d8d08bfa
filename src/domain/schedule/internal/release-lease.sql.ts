import { sql } from "#platform/database.ts";

/**
 * Gives a run back unfinished, as if it had not been claimed: it keeps its place. Values: row, fencing token, now. No row: the lease
 * is lost.
 */
export const releaseLeaseSql = sql<{ queueId: string }>(
  "release_lease",
  `
UPDATE episode_schedule_queue SET
  status = CASE WHEN cancel_requested_at IS NULL THEN 'PENDING' ELSE 'CANCELLED' END::queue_status,
  reason = CASE WHEN cancel_requested_at IS NOT NULL THEN COALESCE(reason, 'Cancelled by an editor.') END,
  finished_at = CASE WHEN cancel_requested_at IS NOT NULL THEN $3::timestamptz END,
  attempts = attempts - 1,
  claimed_by = NULL, lease_token = NULL, lease_expires_at = NULL, updated_at = $3
WHERE id = $1 AND lease_token = $2
RETURNING id AS "queueId"`,
);
