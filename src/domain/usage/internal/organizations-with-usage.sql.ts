import { sql } from "#platform/database.ts";

/** Organizations whose ledger was ever added to; asked by the worker for none of them. */
export const organizationsWithUsageSql = sql<{ organizationId: string }>(
  "organizations_with_usage",
  `SELECT DISTINCT organization_id AS "organizationId" FROM usage_day ORDER BY 1`,
);
