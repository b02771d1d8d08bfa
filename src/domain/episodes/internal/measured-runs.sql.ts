import type { MeasuredRun } from "#domain/schedule/lead-time.ts";
import { sql } from "#platform/database.ts";

/**
 * What the last runs of a project took that were written by one writer. Values: organization, project, writer, most runs. A phase that was
 * begun twice (tried again, held, given back, lost with its worker) says nothing, for some of its answers were kept; nor does the wait of a
 * run that was, or that a person asked for or had tried again.
 */
export const measuredRunsSql = sql<MeasuredRun>(
  "measured_runs",
  `
WITH run AS (
  SELECT q.id, q.trigger = 'CADENCE' AND q.attempts = 1 AND q.errors = '[]' AND q.started_at >= q.available_at AS waited_once,
         extract(epoch FROM q.started_at - q.available_at)::float8 AS waited
  FROM episode_schedule_queue q
  JOIN episode e ON e.organization_id = q.organization_id AND e.queue_id = q.id AND e.writer = $3::text
  WHERE q.organization_id = $1::uuid AND q.project_id = $2::uuid AND q.status IN ('READY', 'PUBLISHED')
  ORDER BY q.slot_at DESC LIMIT $4::int
)
SELECT CASE WHEN run.waited_once AND bool_and(p.start_count = 1) THEN run.waited END AS "waitSeconds",
       coalesce(jsonb_object_agg(p.phase, greatest(0, extract(epoch FROM p.finished_at - p.started_at)))
         FILTER (WHERE p.status = 'DONE' AND p.start_count = 1), '{}') AS "phaseSeconds"
FROM run LEFT JOIN generation_phase p ON p.organization_id = $1::uuid AND p.queue_id = run.id
GROUP BY run.id, run.waited_once, run.waited`,
);
