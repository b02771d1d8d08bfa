import { sql } from "#platform/database.ts";
import type { QueueStatus } from "../states.ts";

/**
 * Ends the attempt of a worker that still holds its lease. Values: row, fencing token, new status, reason, when it may be claimed
 * again, error as a JSON list of at most one, now, what a held run waits for and for how many nano-dollars, whether a model could not
 * be reached. No row: the lease is lost and nothing was written. A run that somebody wants to end does not wait for another attempt.
 * An attempt that ended in order breaks a succession of lost workers. One that only waits is not counted, and its error is kept once.
 */
export const endAttemptSql = sql<{ status: QueueStatus }>(
  "end_attempt",
  `
WITH held AS (
  SELECT id, CASE WHEN cancel_requested_at IS NOT NULL AND $3::text IN ('RETRYING', 'HELD') THEN 'CANCELLED' ELSE $3 END AS status
  FROM episode_schedule_queue WHERE id = $1::uuid AND lease_token = $2::uuid
  FOR NO KEY UPDATE
),
ended AS (
  UPDATE episode_schedule_queue q SET
    status = held.status::queue_status,
    reason = CASE WHEN held.status = $3 THEN $4::text ELSE COALESCE(q.reason, 'Cancelled by an editor.') END,
    available_at = COALESCE($5::timestamptz, q.available_at),
    errors = CASE WHEN $10::boolean AND q.errors->-1->>'message' = $6::jsonb->0->>'message' THEN q.errors ELSE q.errors || $6::jsonb END,
    worker_deaths = 0,
    attempts = CASE WHEN held.status = 'HELD' OR (held.status = 'RETRYING' AND $10) THEN greatest(q.attempts - 1, 0) ELSE q.attempts END,
    waiting_since = CASE WHEN held.status = 'RETRYING' AND $10 THEN COALESCE(q.waiting_since, $7::timestamptz) END,
    ready_at = CASE WHEN held.status = 'READY' THEN $7 ELSE q.ready_at END,
    held_at = CASE WHEN held.status = 'HELD' THEN $7 END,
    hold_kind = CASE WHEN held.status = 'HELD' THEN $8::text::hold_kind END,
    held_for_nanos = CASE WHEN held.status = 'HELD' THEN $9::bigint END,
    finished_at = CASE WHEN held.status IN ('FAILED', 'SKIPPED', 'CANCELLED') THEN $7 END,
    claimed_by = NULL, lease_token = NULL, lease_expires_at = NULL, updated_at = $7
  FROM held WHERE q.id = held.id
  RETURNING q.project_id, q.status
),
succeeded AS (
  UPDATE project_schedule s SET last_succeeded_at = $7 FROM ended WHERE ended.status = 'READY' AND s.project_id = ended.project_id
)
SELECT status FROM ended`,
);
