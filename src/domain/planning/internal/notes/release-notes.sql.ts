import { sql } from "#platform/database.ts";

/**
 * Gives notes back that are planned for these runs, or were judged by code there, with those merged into them: they wait again. Values:
 * organization, notes (null for all), runs, now. Answers with the leads alone.
 */
export const releaseNotesSql = sql<{ id: string; queueId: string; isStopped: boolean }>(
  "release_notes",
  `
WITH plans AS (
  UPDATE note_plan p SET outcome = 'RELEASED', judged_at = COALESCE(p.judged_at, $4::timestamptz), reason = NULL, measure = NULL
  WHERE p.organization_id = $1::uuid AND p.queue_id = ANY ($3::uuid[]) AND ($2::uuid[] IS NULL OR p.note_id = ANY ($2))
    AND p.outcome <> 'RELEASED'
),
held AS (
  SELECT n.id, n.planned_for_id, n.stopped_at FROM planning_note n
  WHERE n.organization_id = $1 AND n.planned_for_id = ANY ($3) AND ($2 IS NULL OR n.id = ANY ($2))
    AND n.merged_into_id IS NULL AND n.status <> 'WITHDRAWN' AND n.settled_by_id IS NULL
),
released AS (
  UPDATE planning_note n SET status = 'UNDERSTOOD', planned_for_id = NULL, planned_at = NULL, settled_at = NULL, reason = NULL
  FROM held WHERE n.organization_id = $1 AND (n.id = held.id OR n.merged_into_id = held.id)
)
SELECT id, planned_for_id AS "queueId", stopped_at IS NOT NULL AS "isStopped" FROM held ORDER BY id`,
);
