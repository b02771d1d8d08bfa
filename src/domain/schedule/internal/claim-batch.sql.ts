import { sql } from "#platform/database.ts";
import type { ClaimedRun } from "../run.ts";

/**
 * Takes up to `size` runs, fairly. Values: now, worker, size, runs that an organization may have in work, lease in seconds.
 *
 * The organizations that wait are found by skipping from one to the next in the index `queue_claimable`, so that the backlog of
 * one costs the others nothing. They take turns: first the first run of each, then the second; one that has runs in work starts
 * behind. For a batch of n it is enough to look at the n organizations whose turn comes next. A project with a run in work waits,
 * for its episodes build on each other. The lease is measured by the clock of the database, because those of the workers differ.
 */
export const claimBatchSql = sql<ClaimedRun>(
  "claim_batch",
  `
WITH RECURSIVE busy AS (
  SELECT organization_id, project_id FROM episode_schedule_queue WHERE status = 'GENERATING'
),
waiting AS (
  (SELECT organization_id, available_at FROM episode_schedule_queue
   WHERE status IN ('PENDING', 'RETRYING') AND available_at <= $1 AND project_id NOT IN (SELECT project_id FROM busy)
   ORDER BY organization_id, available_at LIMIT 1)
  UNION ALL
  SELECT next.organization_id, next.available_at
  FROM waiting w
  CROSS JOIN LATERAL (
    SELECT q.organization_id, q.available_at FROM episode_schedule_queue q
    WHERE q.status IN ('PENDING', 'RETRYING') AND q.available_at <= $1 AND q.organization_id > w.organization_id
      AND q.project_id NOT IN (SELECT project_id FROM busy)
    ORDER BY q.organization_id, q.available_at LIMIT 1
  ) next
),
running AS (
  SELECT organization_id, count(*) AS runs FROM busy GROUP BY organization_id
),
next_in_turn AS (
  SELECT organization_id, COALESCE(running.runs, 0) AS runs
  FROM waiting LEFT JOIN running USING (organization_id)
  WHERE COALESCE(running.runs, 0) < $4
  ORDER BY 2, waiting.available_at
  LIMIT $3
),
candidate AS (
  SELECT oldest.id, oldest.available_at,
         o.runs + row_number() OVER (PARTITION BY o.organization_id ORDER BY oldest.available_at, oldest.id) AS turn
  FROM next_in_turn o
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (first_rows.project_id) first_rows.*
    FROM (
      SELECT q.id, q.project_id, q.available_at FROM episode_schedule_queue q
      WHERE q.organization_id = o.organization_id AND q.status IN ('PENDING', 'RETRYING') AND q.available_at <= $1
        AND q.project_id NOT IN (SELECT project_id FROM busy)
      ORDER BY q.available_at, q.id LIMIT 100
    ) first_rows
    ORDER BY first_rows.project_id, first_rows.available_at, first_rows.id
  ) oldest
),
chosen AS (
  SELECT q.id FROM episode_schedule_queue q JOIN candidate c ON c.id = q.id
  WHERE c.turn <= $4 AND q.status IN ('PENDING', 'RETRYING')
  ORDER BY c.turn, c.available_at, c.id
  LIMIT $3
  FOR UPDATE OF q SKIP LOCKED
),
claimed AS (
  UPDATE episode_schedule_queue q SET
    status = 'GENERATING', attempts = q.attempts + 1, reason = NULL,
    claimed_by = $2, lease_token = gen_random_uuid(), lease_expires_at = clock_timestamp() + make_interval(secs => $5),
    started_at = COALESCE(q.started_at, $1), updated_at = $1
  FROM chosen WHERE q.id = chosen.id
  RETURNING q.*
),
attempted AS (
  UPDATE project_schedule s SET last_attempted_at = $1 FROM claimed WHERE s.project_id = claimed.project_id
)
SELECT id AS "queueId", organization_id AS "organizationId", lease_token AS "leaseToken", project_id AS "projectId",
       occurrence_key AS "occurrenceKey", slot_at AS "slotAt", attempts AS attempt
FROM claimed ORDER BY slot_at, id`,
);
