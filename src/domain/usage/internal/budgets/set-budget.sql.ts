import { sql } from "#platform/database.ts";

/**
 * Sets a ceiling, the first or in the place of another. Values: organization, project or null, window, nano-dollars, whether it is hard, now.
 * Answers with what was there before, null when nothing was.
 */
export const setBudgetSql = sql<{ id: string; ceilingNanos: bigint | null; isHard: boolean | null }>(
  "set_budget",
  `
WITH before AS (
  SELECT ceiling_nanos, is_hard FROM budget
  WHERE organization_id = $1::uuid AND project_id IS NOT DISTINCT FROM $2::text::uuid AND "window" = $3::text::budget_window
  FOR UPDATE
)
INSERT INTO budget (organization_id, project_id, "window", ceiling_nanos, is_hard, updated_at)
VALUES ($1::uuid, $2::text::uuid, $3::text::budget_window, $4::bigint, $5::boolean, $6::timestamptz)
ON CONFLICT (organization_id, project_id, "window") DO UPDATE SET
  ceiling_nanos = EXCLUDED.ceiling_nanos, is_hard = EXCLUDED.is_hard, updated_at = EXCLUDED.updated_at
RETURNING id, (SELECT ceiling_nanos FROM before) AS "ceilingNanos", (SELECT is_hard FROM before) AS "isHard"`,
);
