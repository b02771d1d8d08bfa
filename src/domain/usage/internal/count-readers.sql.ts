import { sql } from "#platform/database.ts";

/**
 * How many people opened an episode: each of those named, and (in the row without an id) any episode during a period.
 * Values: organization, episodes, first day, last day, project or null. Days are those of the reporting zone.
 * There are far fewer readers than openings: the index is walked from one reader to the next, instead of through what each opened.
 */
export const countReadersSql = sql<{ episodeId: string | null; readerCount: bigint }>(
  "count_readers",
  `
WITH RECURSIVE zone AS (
  SELECT $3::text::date::timestamp AT TIME ZONE reporting_zone AS first, ($4::text::date + 1)::timestamp AT TIME ZONE reporting_zone AS past
  FROM organization WHERE id = $1::uuid
),
readers AS (
  (SELECT user_id FROM user_event WHERE organization_id = $1::uuid AND type = 'episode_opened' AND user_id IS NOT NULL ORDER BY user_id LIMIT 1)
  UNION ALL
  SELECT (
    SELECT user_id FROM user_event
    WHERE organization_id = $1::uuid AND type = 'episode_opened' AND user_id > readers.user_id ORDER BY user_id LIMIT 1)
  FROM readers WHERE user_id IS NOT NULL
)
SELECT episode_id AS "episodeId", count(DISTINCT user_id) AS "readerCount"
FROM user_event
WHERE organization_id = $1::uuid AND type = 'episode_opened' AND episode_id = ANY ($2::uuid[])
GROUP BY episode_id
UNION ALL
SELECT NULL, count(*)
FROM readers
WHERE user_id IS NOT NULL AND EXISTS (
  SELECT FROM user_event
  WHERE organization_id = $1::uuid AND type = 'episode_opened' AND user_id = readers.user_id
    AND occurred_at >= (SELECT first FROM zone) AND occurred_at < (SELECT past FROM zone)
    AND ($5::text IS NULL OR project_id = $5::text::uuid)
)`,
);
