import { sql } from "#platform/database.ts";

/** Takes the verdicts on the notes of a run back: they are planned for it, as its brief says. Values: organization, run. */
export const judgeAgainSql = sql<{ id: string }>(
  "judge_again",
  `
WITH plans AS (
  UPDATE note_plan p SET outcome = 'PLANNED', judged_at = NULL, reason = NULL, measure = NULL, episode_id = NULL
  WHERE p.organization_id = $1::uuid AND p.queue_id = $2::uuid AND p.outcome IN ('USED', 'PARTLY_USED', 'NOT_USED')
),
planned AS (
  UPDATE planning_note n SET status = 'PLANNED', settled_at = NULL, reason = NULL
  WHERE n.organization_id = $1 AND n.planned_for_id = $2 AND n.settled_by_id IS NULL
    AND n.status IN ('USED', 'PARTLY_USED', 'DECLINED', 'UNDERSTOOD')
  RETURNING n.id, n.merged_into_id
)
SELECT id FROM planned WHERE merged_into_id IS NULL ORDER BY id`,
);
