import { sql } from "#platform/database.ts";

/**
 * Adds a requested run under the next free number of a local date. Values: organization, project, local date, now, person or NULL.
 * No row: another request was faster, by the unique index on the key or the one on requests in work.
 */
export const addRequestedRunSql = sql<{ queueId: string; occurrenceKey: string }>(
  "add_requested_run",
  `
INSERT INTO episode_schedule_queue
  (organization_id, project_id, occurrence_key, trigger, slot_at, available_at, requested_by_id, created_at, updated_at)
SELECT $1::uuid, $2::uuid, $3::text || '+' || (1 + COALESCE(MAX(split_part(occurrence_key, '+', 2)::int), 0)), 'REQUEST',
       $4::timestamptz, $4, $5::uuid, $4, $4
FROM episode_schedule_queue WHERE project_id = $2::uuid AND occurrence_key LIKE $3 || '+%'
ON CONFLICT DO NOTHING
RETURNING id AS "queueId", occurrence_key AS "occurrenceKey"`,
);
