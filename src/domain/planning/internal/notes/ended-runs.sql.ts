import { sql } from "#platform/database.ts";

/**
 * Of the runs that these notes are planned for, or were judged in, those that ended without an episode; held as they are until the
 * transaction ends. One that somebody has in hand this moment is not ended. Values: organization, notes.
 */
export const endedRunsSql = sql<{ id: string }>(
  "ended_runs",
  `
SELECT q.id FROM episode_schedule_queue q
WHERE q.organization_id = $1::uuid
  AND q.id IN (
    SELECT n.planned_for_id FROM planning_note n
    WHERE n.organization_id = $1 AND n.id = ANY ($2::uuid[]) AND n.settled_by_id IS NULL AND n.status <> 'WITHDRAWN')
  AND q.status IN ('FAILED', 'QUARANTINED', 'SKIPPED', 'CANCELLED')
ORDER BY q.id FOR SHARE OF q SKIP LOCKED`,
);
