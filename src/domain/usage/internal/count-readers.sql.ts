import { sql } from "#platform/database.ts";

/**
 * How many people opened an episode: each of those named, and (in the row without an id) any episode during a period.
 * Values: organization, episodes, first day, last day, project or null. Days are those of the reporting zone.
 */
export const countReadersSql = sql<{ episodeId: string | null; readerCount: bigint }>(
  "count_readers",
  `
WITH zone AS (
  SELECT $3::text::date::timestamp AT TIME ZONE reporting_zone AS first, ($4::text::date + 1)::timestamp AT TIME ZONE reporting_zone AS past
  FROM organization WHERE id = $1::uuid
)
SELECT episode_id AS "episodeId", count(DISTINCT user_id) AS "readerCount"
FROM user_event
WHERE organization_id = $1::uuid AND type = 'episode_opened' AND episode_id = ANY ($2::uuid[])
GROUP BY episode_id
UNION ALL
SELECT NULL, count(*)
FROM (
  SELECT user_id FROM user_event
  WHERE organization_id = $1::uuid AND type = 'episode_opened' AND user_id IS NOT NULL
    AND occurred_at >= (SELECT first FROM zone) AND occurred_at < (SELECT past FROM zone)
    AND ($5::text IS NULL OR project_id = $5::text::uuid)
  GROUP BY user_id
) AS readers`,
);
