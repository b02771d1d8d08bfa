/**
 * Ends the query `calls` (project_id, episode_id, day, reserved, spent) with the open reservations, and counts it as the query `truth` in the windows in
 * which each call stands. Value 1 is the organization.
 */
export const OPEN_AND_WINDOWS = `
  SELECT project_id, episode_id, day, sum(worst_case_nanos), 0
  FROM usage_reservation WHERE organization_id = $1::uuid AND status = 'OPEN' AND worst_case_nanos > 0
  GROUP BY 1, 2, 3
),
truth AS (
  SELECT s.scope_id, s."window", s.starts_on, s.project_id, sum(c.reserved)::bigint AS reserved, sum(c.spent)::bigint AS spent
  FROM calls c CROSS JOIN LATERAL (VALUES
    (c.episode_id, 'EPISODE'::budget_window, DATE '1970-01-01', c.project_id),
    (c.project_id, 'DAY', c.day, c.project_id),
    (c.project_id, 'MONTH', date_trunc('month', c.day::timestamp)::date, c.project_id),
    ($1::uuid, 'DAY', c.day, NULL),
    ($1::uuid, 'MONTH', date_trunc('month', c.day::timestamp)::date, NULL)) AS s (scope_id, "window", starts_on, project_id)
  WHERE s.scope_id IS NOT NULL
  GROUP BY 1, 2, 3, 4
)`;
