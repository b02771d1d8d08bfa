import { sql } from "#platform/database.ts";

/**
 * Enters what became of the notes of a run. The newest run of a note says its status, and that of those merged into it, in the same
 * statement; one that stands for longer and was not used waits again. Values: organization, run, episode, now, and for each note its id,
 * outcome, reason and measure.
 */
export const settlePlansSql = sql<{ id: string; isStanding: boolean; endsNow: boolean }>(
  "settle_plans",
  `
WITH verdict AS (
  SELECT v.note_id, v.outcome, v.reason, v.measure, n.scope <> 'NEXT_EPISODE' AS standing, n.stopped_at IS NOT NULL AS stopped,
    n.planned_for_id = $2::uuid AND n.merged_into_id IS NULL AND n.settled_by_id IS NULL AND n.status <> 'WITHDRAWN' AS is_newest
  FROM unnest($5::uuid[], $6::text[], $7::text[], $8::jsonb[]) AS v (note_id, outcome, reason, measure)
  JOIN planning_note n ON n.organization_id = $1::uuid AND n.id = v.note_id
),
judged AS (
  UPDATE note_plan p
  SET outcome = v.outcome::note_outcome, reason = v.reason, measure = v.measure, episode_id = $3::uuid, judged_at = $4::timestamptz
  FROM verdict v WHERE p.organization_id = $1 AND p.queue_id = $2 AND p.note_id = v.note_id
),
settled AS (
  UPDATE planning_note n SET
    status = CASE WHEN v.outcome <> 'NOT_USED' THEN v.outcome WHEN v.standing THEN 'UNDERSTOOD' ELSE 'DECLINED' END::note_status,
    settled_at = CASE WHEN v.outcome <> 'NOT_USED' OR NOT v.standing THEN $4 END,
    reason = CASE WHEN v.outcome <> 'NOT_USED' OR NOT v.standing THEN v.reason END
  FROM verdict v
  WHERE v.is_newest AND n.organization_id = $1 AND (n.id = v.note_id OR n.merged_into_id = v.note_id)
)
SELECT note_id AS id, standing AS "isStanding",
  COALESCE(is_newest, false) AND standing AND stopped AND outcome = 'NOT_USED' AS "endsNow"
FROM verdict ORDER BY note_id`,
);
