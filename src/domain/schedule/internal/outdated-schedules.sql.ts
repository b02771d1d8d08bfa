import { sql } from "#platform/database.ts";

/**
 * Schedules whose next slot was computed by older time-zone data, over all organizations. Values: present version, last project of
 * the page before, most rows. Not by other data but by older: while two versions of the program run side by side, the newer decides.
 */
export const outdatedSchedulesSql = sql<{ projectId: string; organizationId: string }>(
  "outdated_schedules",
  `
SELECT project_id AS "projectId", organization_id AS "organizationId"
FROM project_schedule
WHERE is_active AND next_due_at IS NOT NULL AND zone_data_version < $1 AND project_id > $2
ORDER BY project_id
LIMIT $3`,
);
