import { sql } from "#platform/database.ts";

/** Organizations whose held runs may go on by themselves; asked by the worker for none of them. */
export const organizationsWithHeldRunsSql = sql<{ organizationId: string }>(
  "organizations_with_held_runs",
  `
SELECT DISTINCT organization_id AS "organizationId" FROM episode_schedule_queue
WHERE status = 'HELD' AND hold_kind IS NOT NULL`,
);
