import { sql } from "#platform/database.ts";

/**
 * Counts what calls cost in every window that they fall into. Values: organization, and lists of projects, episodes, days and
 * nano-dollars. Windows are held first, as a reservation holds them.
 */
export const countSpentSql = sql<never>(
  "count_spent",
  `
WITH held AS MATERIALIZED (SELECT hold_windows($1::uuid)),
spent AS (SELECT s.* FROM held CROSS JOIN unnest($2::uuid[], $3::uuid[], $4::text[]::date[], $5::bigint[]) AS s (project_id, episode_id, day, nanos)),
windows AS (
  SELECT turn, scope_id, name, starts_on, w.project_id, sum(nanos)::bigint AS nanos
  FROM spent s CROSS JOIN LATERAL (VALUES
    (1, CASE WHEN s.project_id IS NOT NULL THEN s.episode_id END, 'EPISODE'::budget_window, DATE '1970-01-01', s.project_id),
    (2, s.project_id, 'DAY', s.day, s.project_id),
    (3, s.project_id, 'MONTH', date_trunc('month', s.day::timestamp)::date, s.project_id),
    (4, $1::uuid, 'DAY', s.day, NULL),
    (5, $1::uuid, 'MONTH', date_trunc('month', s.day::timestamp)::date, NULL)) AS w (turn, scope_id, name, starts_on, project_id)
  WHERE scope_id IS NOT NULL AND nanos > 0 GROUP BY turn, scope_id, name, starts_on, w.project_id
)
INSERT INTO spending_window AS w (organization_id, scope_id, "window", starts_on, project_id, spent_nanos)
SELECT $1::uuid, scope_id, name, starts_on, project_id, nanos FROM windows ORDER BY turn, scope_id, starts_on
ON CONFLICT (organization_id, scope_id, "window", starts_on) DO UPDATE SET spent_nanos = w.spent_nanos + EXCLUDED.spent_nanos`,
);
