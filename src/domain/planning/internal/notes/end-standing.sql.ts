import { sql } from "#platform/database.ts";

/**
 * Ends waiting notes that apply no more, with those merged into them: what an episode has used is used, the rest is declined. Values:
 * organization, notes, why, now. Answers with the leads alone.
 */
export const endStandingSql = sql<{ id: string; status: "USED" | "DECLINED" }>(
  "end_standing_notes",
  `
WITH ending AS (
  SELECT n.id, CASE WHEN EXISTS (
    SELECT FROM note_plan p WHERE p.organization_id = $1::uuid AND p.note_id = n.id AND p.outcome IN ('USED', 'PARTLY_USED'))
    THEN 'USED' ELSE 'DECLINED' END::note_status AS status
  FROM planning_note n
  WHERE n.organization_id = $1 AND n.id = ANY ($2::uuid[]) AND n.merged_into_id IS NULL AND n.status IN ('RECEIVED', 'UNDERSTOOD')
),
ended AS (
  UPDATE planning_note n SET status = ending.status, settled_at = $4::timestamptz, planned_for_id = NULL,
    reason = CASE WHEN ending.status = 'DECLINED' THEN $3::text END
  FROM ending WHERE n.organization_id = $1 AND (n.id = ending.id OR n.merged_into_id = ending.id)
)
SELECT id, status FROM ending ORDER BY id`,
);
