/** The sums that both roll-ups keep, in the order in which every statement names them. */
export const SUM_COLUMNS = [
  "call_count",
  "uncached_input_tokens",
  "cache_read_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "cost_nanos",
  "estimated_count",
  "unpriced_count",
] as const;

/** What a sum is grouped by in each of the two roll-ups. */
export const KEYS_OF = {
  token_usage_daily: ["day", "project_id", "provider", "model", "purpose"],
  episode_usage_daily: ["day", "project_id", "episode_id", "user_id"],
} as const;

/**
 * The sums of the ledger for days of an organization, as the query `sums` behind the queries `zone` (name) and `days` (day), grouped as
 * each roll-up is, from one reading. A call belongs to the day that its instant has on the wall there; the bounds only let the index find
 * it, and are wide enough for a clock change at midnight (OFFSET keeps the planner to one look at the index for each day: it would rather
 * read the whole ledger once, for it can't know how few the days are). A call without a price is counted as such and adds no cost. Value 1 is the
 * organization.
 */
export const LEDGER_OF_DAYS = `
sums AS (
  SELECT CASE WHEN GROUPING(u.purpose) = 0 THEN 'token_usage_daily' ELSE 'episode_usage_daily' END AS roll_up,
         d.day, u.project_id, u.provider, u.model, u.purpose, u.episode_id, u.user_id,
         count(*) AS call_count,
         sum(u.uncached_input_tokens)::bigint AS uncached_input_tokens, sum(u.cache_read_tokens)::bigint AS cache_read_tokens,
         sum(u.cache_write_tokens)::bigint AS cache_write_tokens, sum(u.output_tokens)::bigint AS output_tokens,
         sum(u.reasoning_tokens)::bigint AS reasoning_tokens, COALESCE(sum(u.cost_nanos), 0)::bigint AS cost_nanos,
         count(*) FILTER (WHERE u.settlement = 'ESTIMATED') AS estimated_count,
         count(*) FILTER (WHERE u.cost_nanos IS NULL) AS unpriced_count
  FROM zone CROSS JOIN days d
  CROSS JOIN LATERAL (
    SELECT * FROM token_usage t
    WHERE t.organization_id = $1::uuid
      AND t.occurred_at >= (d.day::timestamp AT TIME ZONE zone.name) - interval '3 hours'
      AND t.occurred_at < ((d.day + 1)::timestamp AT TIME ZONE zone.name) + interval '3 hours'
      AND (t.occurred_at AT TIME ZONE zone.name)::date = d.day
    OFFSET 0
  ) u
  GROUP BY GROUPING SETS (
    (d.day, u.project_id, u.provider, u.model, u.purpose),
    (d.day, u.project_id, u.episode_id, u.user_id))
)`;
