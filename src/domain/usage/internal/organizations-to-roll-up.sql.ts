import { sql } from "#platform/database.ts";

/** Organizations with days to recompute; asked by the worker for none of them. */
export const organizationsToRollUpSql = sql<{ organizationId: string }>(
  "organizations_to_roll_up",
  `
SELECT DISTINCT organization_id AS "organizationId" FROM usage_day
WHERE rolled_up_at IS NULL OR rolled_up_at < changed_at`,
);
