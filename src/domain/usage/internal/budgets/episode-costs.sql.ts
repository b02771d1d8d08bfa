import { sql } from "#platform/database.ts";

/** What the latest written episodes of each project cost: the last 60 days, twenty of a project at most. Values: organization, now. */
export const episodeCostsSql = sql<{ projectId: string; nanos: bigint }>(
  "episode_costs",
  `
SELECT "projectId", nanos FROM (
  SELECT e.project_id AS "projectId", COALESCE(w.spent_nanos, 0) AS nanos,
         row_number() OVER (PARTITION BY e.project_id ORDER BY e.created_at DESC, e.id DESC) AS place
  FROM episode e
  LEFT JOIN spending_window w ON w.organization_id = $1::uuid AND w.scope_id = e.id AND w."window" = 'EPISODE'
  WHERE e.organization_id = $1::uuid AND e.status IN ('READY', 'PUBLISHED')
    AND e.created_at >= $2::timestamptz - interval '60 days'
) latest WHERE place <= 20`,
);
