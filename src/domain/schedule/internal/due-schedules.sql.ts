import { sql } from "#platform/database.ts";

export interface DueSchedule {
  projectId: string;
  organizationId: string;
  nextDueAt: Date;
}

/**
 * Schedules whose next slot is due, over all organizations, page by page. Values: now, last `next_due_at` and project of the page
 * before, most rows.
 */
export const dueSchedulesSql = sql<DueSchedule>(
  "due_schedules",
  `
SELECT project_id AS "projectId", organization_id AS "organizationId", next_due_at AS "nextDueAt"
FROM project_schedule
WHERE is_active AND next_due_at IS NOT NULL AND next_due_at <= $1 AND (next_due_at, project_id) > ($2, $3)
ORDER BY next_due_at, project_id
LIMIT $4`,
);
