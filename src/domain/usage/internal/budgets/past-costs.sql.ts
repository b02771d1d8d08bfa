import { sql } from "#platform/database.ts";
import type { PastCost } from "../../preview-ceiling.ts";

/**
 * What was spent from a first to a last local date, as it would have met a ceiling: each episode's cost in each window, and what was called
 * beside episodes by the hour; in the order in which it began. Values: organization, first day, last day, window, project or null.
 */
export const pastCostsSql = sql<PastCost>(
  "past_costs",
  `
WITH zone AS (SELECT counting_zone AS name FROM organization WHERE id = $1::uuid),
calls AS (
  SELECT u.episode_id, u.occurred_at, u.cost_nanos, (u.occurred_at AT TIME ZONE zone.name)::date AS day
  FROM zone JOIN token_usage u ON u.organization_id = $1::uuid
    AND u.occurred_at >= ($2::text::date::timestamp AT TIME ZONE zone.name) - interval '3 hours'
    AND u.occurred_at < (($3::text::date + 1)::timestamp AT TIME ZONE zone.name) + interval '3 hours'
  WHERE u.cost_nanos > 0 AND ($5::text IS NULL OR u.project_id = $5::text::uuid)
),
placed AS (
  SELECT *, CASE $4::text WHEN 'DAY' THEN day::text WHEN 'MONTH' THEN date_trunc('month', day::timestamp)::date::text
                          ELSE COALESCE(episode_id::text, '') END AS starts_on
  FROM calls
  WHERE day BETWEEN $2::text::date AND $3::text::date AND ($4::text <> 'EPISODE' OR episode_id IS NOT NULL)
)
SELECT starts_on AS "startsOn", episode_id AS "episodeId", min(day)::text AS date, sum(cost_nanos)::bigint AS nanos
FROM placed
GROUP BY starts_on, episode_id, CASE WHEN episode_id IS NULL THEN date_trunc('hour', occurred_at) END
ORDER BY min(occurred_at), episode_id`,
);
