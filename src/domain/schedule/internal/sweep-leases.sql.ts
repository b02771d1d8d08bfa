import { sql } from "#platform/database.ts";
import type { QueueStatus } from "../states.ts";

export interface SweptRun {
  queueId: string;
  organizationId: string;
  projectId: string;
  status: Extract<QueueStatus, "RETRYING" | "QUARANTINED" | "CANCELLED">;
}

/**
 * Takes runs back from workers that were lost. Values: now, worker deaths in succession that end a run, most rows. Rows that
 * another sweep or a finishing worker has locked are left to it. A run keeps the time at which it became available, and with it
 * its place before those that came later.
 */
export const sweepLeasesSql = sql<SweptRun>(
  "sweep_leases",
  `
WITH expired AS (
  SELECT id FROM episode_schedule_queue
  WHERE status = 'GENERATING' AND lease_expires_at < clock_timestamp()
  ORDER BY lease_expires_at LIMIT $3
  FOR UPDATE SKIP LOCKED
),
decided AS (
  SELECT q.id, CASE
      WHEN q.cancel_requested_at IS NOT NULL THEN 'CANCELLED'
      WHEN q.worker_deaths + 1 >= $2 THEN 'QUARANTINED'
      ELSE 'RETRYING'
    END AS status
  FROM expired JOIN episode_schedule_queue q USING (id)
)
UPDATE episode_schedule_queue q SET
  status = decided.status::queue_status,
  worker_deaths = q.worker_deaths + 1,
  errors = q.errors || jsonb_build_object(
    'at', to_char($1::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'attempt', q.attempts, 'phase', NULL,
    'code', 'WORKER_LOST', 'message', 'The worker stopped answering while it wrote this episode.'),
  reason = CASE decided.status
    WHEN 'CANCELLED' THEN COALESCE(q.reason, 'Cancelled by an editor.')
    WHEN 'QUARANTINED' THEN 'Put aside after ' || $2 || ' workers in succession were lost over it. Look at its sources, then retry it.'
  END,
  finished_at = CASE WHEN decided.status <> 'RETRYING' THEN $1 END,
  claimed_by = NULL, lease_token = NULL, lease_expires_at = NULL, updated_at = $1
FROM decided WHERE q.id = decided.id
RETURNING q.id AS "queueId", q.organization_id AS "organizationId", q.project_id AS "projectId", q.status`,
);
