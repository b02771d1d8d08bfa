import { sql } from "#platform/database.ts";

/** The oldest of the notes merged into one leads the others from now on. Values: organization, note. Answers with the new lead. */
export const handOnLeadSql = sql<{ id: string }>(
  "hand_on_lead",
  `
WITH heir AS (
  SELECT id FROM planning_note WHERE organization_id = $1::uuid AND merged_into_id = $2::uuid ORDER BY created_at, id LIMIT 1
)
UPDATE planning_note n SET merged_into_id = CASE WHEN n.id = heir.id THEN NULL ELSE heir.id END
FROM heir WHERE n.organization_id = $1 AND n.merged_into_id = $2
RETURNING heir.id`,
);
