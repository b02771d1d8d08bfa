import { sql } from "#platform/database.ts";

/**
 * Takes the verdicts on the notes of a run back: they are planned for it, as its brief says. One that was changed, withdrawn, stopped or
 * settled by hand since has left that brief. Values: organization, run, now. Answers with the leads alone.
 */
export const judgeAgainSql = sql<{ id: string }>(
  "judge_again",
  `
WITH again AS (
  SELECT p.id, p.note_id, n.stopped_at IS NOT NULL OR n.settled_by_id IS NOT NULL OR n.status IN ('RECEIVED', 'WITHDRAWN')
    OR EXISTS (
      SELECT FROM note_step s
      WHERE s.organization_id = $1::uuid AND s.note_id = n.id AND s.kind IN ('EDITED', 'CORRECTED', 'REOPENED') AND s.at > p.planned_at) AS has_left
  FROM note_plan p JOIN planning_note n ON n.organization_id = $1 AND n.id = p.note_id
  WHERE p.organization_id = $1 AND p.queue_id = $2::uuid AND p.outcome IN ('USED', 'PARTLY_USED', 'NOT_USED')
),
plans AS (
  UPDATE note_plan p SET outcome = CASE WHEN has_left THEN 'RELEASED' ELSE 'PLANNED' END::note_outcome,
    judged_at = CASE WHEN has_left THEN $3::timestamptz END, reason = NULL, measure = NULL, episode_id = NULL
  FROM again WHERE p.id = again.id
),
held AS (
  SELECT n.id FROM planning_note n JOIN again ON again.note_id = n.id AND NOT again.has_left
  WHERE n.organization_id = $1 AND n.planned_for_id = $2 AND n.merged_into_id IS NULL
    AND n.status IN ('USED', 'PARTLY_USED', 'DECLINED', 'UNDERSTOOD')
),
planned AS (
  UPDATE planning_note n SET status = 'PLANNED', planned_for_id = $2, planned_at = COALESCE(n.planned_at, $3), settled_at = NULL, reason = NULL
  FROM held WHERE n.organization_id = $1 AND (n.id = held.id OR n.merged_into_id = held.id)
)
SELECT id FROM held ORDER BY id`,
);
