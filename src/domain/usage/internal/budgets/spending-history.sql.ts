import { sql } from "#platform/database.ts";

/** What a complete day cost beside the writing of episodes; null stands for the organization as a whole. */
export interface HistoryRow {
  projectId: string | null;
  date: string;
  nanos: bigint;
}

/**
 * The days before the present one, from the first use on and eight weeks at most, of the organization and of each project; days without a call
 * cost nothing. What is written for episodes is left out: that follows the slots. Values: organization, now.
 */
export const spendingHistorySql = sql<HistoryRow>(
  "spending_history",
  `
WITH today AS (
  SELECT ($2::timestamptz AT TIME ZONE reporting_zone)::date AS day FROM organization WHERE id = $1::uuid
),
used AS (
  SELECT t.project_id, t.day, sum(t.cost_nanos) FILTER (WHERE t.purpose NOT LIKE 'episode.%') AS nanos
  FROM token_usage_daily t, today
  WHERE t.organization_id = $1::uuid AND t.day >= today.day - 56 AND t.day < today.day
  GROUP BY t.project_id, t.day
),
scoped AS (
  SELECT NULL::uuid AS project_id, day, sum(nanos) AS nanos FROM used GROUP BY day
  UNION ALL
  SELECT project_id, day, nanos FROM used WHERE project_id IS NOT NULL
),
first AS (SELECT project_id, min(day) AS day FROM scoped GROUP BY project_id)
SELECT f.project_id AS "projectId", d.day::date::text AS date, COALESCE(s.nanos, 0)::bigint AS nanos
FROM first f CROSS JOIN today
CROSS JOIN LATERAL generate_series(f.day::timestamp, (today.day - 1)::timestamp, interval '1 day') AS d(day)
LEFT JOIN scoped s ON s.day = d.day::date AND s.project_id IS NOT DISTINCT FROM f.project_id
ORDER BY 1, 2`,
);
