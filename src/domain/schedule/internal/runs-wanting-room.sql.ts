import { sql } from "#platform/database.ts";

/**
 * Runs that were let go on for a call that they have not reserved yet. Values: organization, now. One that is calling has its room set aside already.
 */
export const runsWantingRoomSql = sql<{
  queueId: string;
  projectId: string;
  episodeId: string | null;
  nanos: bigint;
}>(
  "runs_wanting_room",
  `
SELECT q.id AS "queueId", q.project_id AS "projectId", e.id AS "episodeId", q.held_for_nanos AS nanos
FROM episode_schedule_queue q LEFT JOIN episode e ON e.organization_id = q.organization_id AND e.queue_id = q.id
WHERE q.organization_id = $1::uuid AND q.held_for_nanos IS NOT NULL
  AND q.status IN ('PENDING', 'RETRYING', 'GENERATING') AND q.available_at <= $2::timestamptz
  AND NOT EXISTS (
    SELECT FROM usage_reservation r WHERE r.organization_id = q.organization_id AND r.queue_id = q.id AND r.status = 'OPEN')`,
);
