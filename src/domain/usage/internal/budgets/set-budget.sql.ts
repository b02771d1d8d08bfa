import { sql } from "#platform/database.ts";

/** Locks the ceiling of a scope over a window as it is. Values: organization, project or null, window. */
export const lockBudgetSql = sql<{ ceilingNanos: bigint; isHard: boolean }>(
  "lock_budget",
  `
SELECT ceiling_nanos AS "ceilingNanos", is_hard AS "isHard" FROM budget
WHERE organization_id = $1::uuid AND project_id IS NOT DISTINCT FROM $2::text::uuid AND "window" = $3::text::budget_window
FOR UPDATE`,
);

/** Sets a ceiling, the first or in the place of another. Values: organization, project or null, window, nano-dollars, whether it is hard, now. */
export const setBudgetSql = sql<{ id: string }>(
  "set_budget",
  `
INSERT INTO budget (organization_id, project_id, "window", ceiling_nanos, is_hard, updated_at)
VALUES ($1::uuid, $2::text::uuid, $3::text::budget_window, $4::bigint, $5::boolean, $6::timestamptz)
ON CONFLICT (organization_id, project_id, "window") DO UPDATE SET
  ceiling_nanos = EXCLUDED.ceiling_nanos, is_hard = EXCLUDED.is_hard, updated_at = EXCLUDED.updated_at
RETURNING id`,
);
