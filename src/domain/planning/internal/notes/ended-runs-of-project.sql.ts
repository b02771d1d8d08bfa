import { sql } from "#platform/database.ts";

/**
 * The runs of a project that ended without an episode and still have notes, held as they are until the transaction ends. One that somebody
 * has in hand this moment is not ended. Values: organization, project.
 */
export const endedRunsOfProjectSql = sql<{ id: string }>(
  "ended_runs_of_project",
  `
SELECT q.id FROM episode_schedule_queue q
WHERE q.organization_id = $1::uuid AND q.project_id = $2::uuid AND q.status IN ('FAILED', 'QUARANTINED', 'SKIPPED', 'CANCELLED')
  AND EXISTS (
    SELECT FROM planning_note n
    WHERE n.organization_id = $1 AND n.planned_for_id = q.id AND n.settled_by_id IS NULL AND n.status <> 'WITHDRAWN')
ORDER BY q.id FOR SHARE OF q SKIP LOCKED`,
);
