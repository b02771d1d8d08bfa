import { sql } from "#platform/database.ts";

/**
 * What `getUsage` would ask without roll-ups: the rows of the ledger of a period and of the one before it, grouped in one pass by all that
 * the page shows. Values: organization, first day of the period before, first day, last day, project or null.
 */
export const groupRawSql = sql<{ by: number; costNanos: bigint }>(
  "group_raw",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
calls AS (
  SELECT u.*, (u.occurred_at AT TIME ZONE zone.name)::date AS day, (u.occurred_at AT TIME ZONE zone.name)::date < $3::text::date AS is_earlier
  FROM zone JOIN token_usage u ON u.organization_id = $1::uuid
    AND u.occurred_at >= $2::text::date::timestamp AT TIME ZONE zone.name
    AND u.occurred_at < ($4::text::date + 1)::timestamp AT TIME ZONE zone.name
  WHERE $5::text IS NULL OR u.project_id = $5::text::uuid
)
SELECT GROUPING(day, project_id, provider, model, purpose, user_id, episode_id) AS by, is_earlier, day, project_id, provider, model, purpose,
  user_id, episode_id, count(*) AS calls, sum(uncached_input_tokens)::bigint AS input, sum(cache_read_tokens)::bigint AS cache_read,
  sum(cache_write_tokens)::bigint AS cache_write, sum(output_tokens)::bigint AS output, sum(reasoning_tokens)::bigint AS reasoning,
  sum(cost_nanos)::bigint AS "costNanos", count(*) FILTER (WHERE settlement = 'ESTIMATED') AS estimated,
  count(*) FILTER (WHERE cost_nanos IS NULL) AS unpriced
FROM calls
GROUP BY GROUPING SETS ((is_earlier, day, purpose), (is_earlier, project_id), (is_earlier, provider, model), (is_earlier, purpose), (is_earlier),
  (is_earlier, user_id), (is_earlier, episode_id))
ORDER BY "costNanos" DESC LIMIT 5000`,
);
