import { sql } from "#platform/database.ts";

/**
 * Organizations that spent something lately or hold a run: only there can a ceiling have something to tell. Asked by the worker for none of
 * them. Values: since when.
 */
export const organizationsToTellSql = sql<{ organizationId: string }>(
  "organizations_to_tell_of_budgets",
  `
SELECT organization_id AS "organizationId" FROM usage_day WHERE changed_at >= $1::timestamptz
UNION
SELECT organization_id FROM episode_schedule_queue WHERE status = 'HELD' AND hold_kind IS NOT NULL`,
);
