import { sql } from "#platform/database.ts";

/**
 * After a ceiling was raised: forgets what was told of it and no longer holds, so that it is told again when it happens again.
 * Values: organization, budget.
 */
export const forgetNoticesSql = sql<never>(
  "forget_budget_notices",
  `
DELETE FROM budget_notice n USING budget b
WHERE n.organization_id = $1::uuid AND n.budget_id = $2::uuid AND b.organization_id = $1::uuid AND b.id = $2::uuid
  AND (n.kind = 'RUN_HELD' OR NOT EXISTS (
    SELECT FROM spending_window w
    WHERE w.organization_id = $1::uuid AND w.scope_id = n.scope_id AND w."window" = b."window" AND w.starts_on = n.starts_on
      AND w.spent_nanos::numeric * 100 >= b.ceiling_nanos::numeric * CASE n.kind
        WHEN 'REACHED_50' THEN 50 WHEN 'REACHED_80' THEN 80 ELSE 100 END))`,
);
