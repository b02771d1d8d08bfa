import { sql } from "#platform/database.ts";
import { LEDGER_OF_DAYS, SUM_COLUMNS } from "./ledger-of-days.ts";

/** The sums of a row, as the database names them for us. */
export interface SumsRow {
  callCount: bigint;
  uncachedInputTokens: bigint;
  cacheReadTokens: bigint;
  cacheWriteTokens: bigint;
  outputTokens: bigint;
  reasoningTokens: bigint;
  costNanos: bigint;
  estimatedCount: bigint;
  unpricedCount: bigint;
}

/** One group of the usage of a period; what it was not grouped by is null. */
export interface UsageSumsRow extends SumsRow {
  by: "day" | "day_purpose" | "project" | "model" | "purpose" | "total" | "person" | "episode" | "episodes";
  /** Of the period before, which the first is compared with. */
  isEarlier: boolean;
  day: string | null;
  projectId: string | null;
  provider: string | null;
  model: string | null;
  purpose: string | null;
  userId: string | null;
  episodeId: string | null;
  /** Of the group `episodes` alone, which has a cost besides and no other sums. */
  episodeCount: bigint | null;
}

const SUMS = SUM_COLUMNS.join(", ");
const ADDED_UP = SUM_COLUMNS.map((column) => `sum(${column})::bigint AS ${column}`).join(", ");
const WITHIN = `organization_id = $1::uuid AND day BETWEEN $2::date AND $4::date AND day NOT IN (SELECT day FROM days)`;
const OF_PROJECT = `($5::text IS NULL OR project_id = $5::text::uuid)`;
const EPISODES = `day >= $3::date AND episode_id IS NOT NULL AND ${OF_PROJECT}`;
const LIVE_EPISODES = `roll_up = 'episode_usage_daily' AND ${EPISODES}`;
const KEPT_EPISODES = `${WITHIN} AND ${EPISODES}`;

/**
 * Sums a period and the one before it: in all, by day, project, model, purpose and person; what the purposes of its days cost; and its
 * dearest episodes, with all of them together. Dearest first. Values: organization, first day of the period before, first day, last day,
 * project or null, how many episodes. Days that were added to since they were rolled up are summed from the ledger, all others taken from
 * the roll-ups. Organizations have few people and many episodes: of these only the dearest are summed in full, and what nobody asked for is
 * what is left of the total. The cost of one episode is added up as a double, which is exact up to nine million dollars and three times as
 * quick for hundreds of thousands of them.
 */
export const sumUsageSql = sql<UsageSumsRow>(
  "sum_usage",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
days AS (
  SELECT day FROM usage_day
  WHERE organization_id = $1::uuid AND day BETWEEN $2::date AND $4::date
    AND (rolled_up_at IS NULL OR rolled_up_at < changed_at)
),
${LEDGER_OF_DAYS},
by_model AS (
  SELECT day, project_id, provider, model, purpose, ${SUMS} FROM sums WHERE roll_up = 'token_usage_daily' AND ${OF_PROJECT}
  UNION ALL
  SELECT day, project_id, provider, model, purpose, ${SUMS} FROM token_usage_daily WHERE ${WITHIN} AND ${OF_PROJECT}
),
pieces AS MATERIALIZED (
  SELECT day < $3::date AS is_earlier, day, project_id, provider, model, purpose, ${ADDED_UP} FROM by_model
  GROUP BY GROUPING SETS ((is_earlier, day, purpose), (is_earlier, project_id, provider, model, purpose))
),
totals AS (SELECT is_earlier, ${ADDED_UP} FROM pieces WHERE day IS NULL GROUP BY is_earlier),
people AS MATERIALIZED (
  SELECT is_earlier, user_id, ${ADDED_UP}
  FROM (
    SELECT day < $3::date AS is_earlier, user_id, ${SUMS} FROM sums
    WHERE roll_up = 'episode_usage_daily' AND user_id IS NOT NULL AND ${OF_PROJECT}
    UNION ALL
    SELECT day < $3::date, user_id, ${SUMS} FROM episode_usage_daily WHERE ${WITHIN} AND user_id IS NOT NULL AND ${OF_PROJECT}
  ) AS asked
  GROUP BY is_earlier, user_id
),
rest AS (
  SELECT is_earlier, ${ADDED_UP}
  FROM (SELECT is_earlier, ${SUMS} FROM totals UNION ALL SELECT is_earlier, ${SUM_COLUMNS.map((column) => `-${column}`).join(", ")} FROM people) AS r
  GROUP BY is_earlier HAVING sum(call_count) > 0
),
costs AS MATERIALIZED (
  SELECT episode_id, sum(nanos) AS nanos
  FROM (
    SELECT episode_id, cost_nanos::float8 AS nanos FROM sums WHERE ${LIVE_EPISODES}
    UNION ALL
    SELECT episode_id, cost_nanos::float8 FROM episode_usage_daily WHERE ${KEPT_EPISODES}
  ) AS of_episodes
  GROUP BY episode_id
),
dearest AS MATERIALIZED (SELECT array_agg(episode_id) AS ids FROM (SELECT episode_id FROM costs ORDER BY nanos DESC, episode_id LIMIT $6) AS d),
groups AS (
  SELECT 'day' AS by, is_earlier, day, NULL::uuid AS project_id, NULL AS provider, NULL AS model, NULL AS purpose,
         NULL::uuid AS user_id, NULL::uuid AS episode_id, NULL::bigint AS episode_count, ${ADDED_UP}
  FROM pieces WHERE day IS NOT NULL GROUP BY is_earlier, day
  UNION ALL
  SELECT 'day_purpose', false, day, NULL, NULL, NULL, purpose, NULL, NULL, NULL, ${SUMS}
  FROM pieces WHERE day IS NOT NULL AND NOT is_earlier AND cost_nanos > 0
  UNION ALL
  SELECT CASE WHEN GROUPING(project_id) = 0 THEN 'project' WHEN GROUPING(model) = 0 THEN 'model'
              WHEN GROUPING(purpose) = 0 THEN 'purpose' ELSE 'total' END,
         is_earlier, NULL, project_id, provider, model, purpose, NULL, NULL, NULL, ${ADDED_UP}
  FROM pieces WHERE day IS NULL
  GROUP BY GROUPING SETS ((is_earlier, project_id), (is_earlier, provider, model), (is_earlier, purpose), (is_earlier))
  UNION ALL
  SELECT 'person', is_earlier, NULL, NULL, NULL, NULL, NULL, user_id, NULL, NULL, ${SUMS} FROM people
  UNION ALL
  SELECT 'person', is_earlier, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ${SUMS} FROM rest
  UNION ALL
  SELECT 'episode', false, NULL, project_id, NULL, NULL, NULL, NULL, episode_id, NULL, ${ADDED_UP}
  FROM (
    SELECT episode_id, project_id, ${SUMS} FROM sums WHERE ${LIVE_EPISODES}
    UNION ALL
    SELECT episode_id, project_id, ${SUMS} FROM episode_usage_daily WHERE ${KEPT_EPISODES}
  ) AS of_episodes
  WHERE episode_id = ANY ((SELECT ids FROM dearest)::uuid[]) GROUP BY episode_id, project_id
  UNION ALL
  SELECT 'episodes', false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, count(*), 0, 0, 0, 0, 0, 0, sum(nanos::bigint)::bigint, 0, 0
  FROM costs HAVING count(*) > 0
)
SELECT by, is_earlier AS "isEarlier", day::text, project_id AS "projectId", provider, model, purpose, user_id AS "userId",
       episode_id AS "episodeId", episode_count AS "episodeCount", call_count AS "callCount",
       uncached_input_tokens AS "uncachedInputTokens", cache_read_tokens AS "cacheReadTokens", cache_write_tokens AS "cacheWriteTokens",
       output_tokens AS "outputTokens", reasoning_tokens AS "reasoningTokens", cost_nanos AS "costNanos",
       estimated_count AS "estimatedCount", unpriced_count AS "unpricedCount"
FROM groups
ORDER BY cost_nanos DESC, uncached_input_tokens + output_tokens DESC, day, purpose, model, project_id, user_id, episode_id`,
);
