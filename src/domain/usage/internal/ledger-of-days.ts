/**
 * The sums of the ledger for days of an organization, as the query `sums` behind the queries `zone` (name) and `days`
 * (day). A call belongs to the day that its instant has on the wall there; the bounds only let the index find it, and are
 * wide enough for a clock change at midnight. Value 1 is the organization.
 */
export const LEDGER_OF_DAYS = `
sums AS (
  SELECT d.day, u.project_id, u.provider, u.model, u.purpose,
         count(*) AS call_count,
         sum(u.uncached_input_tokens)::bigint AS uncached_input_tokens, sum(u.cache_read_tokens)::bigint AS cache_read_tokens,
         sum(u.cache_write_tokens)::bigint AS cache_write_tokens, sum(u.output_tokens)::bigint AS output_tokens,
         sum(u.reasoning_tokens)::bigint AS reasoning_tokens, sum(u.cost_nanos)::bigint AS cost_nanos,
         count(*) FILTER (WHERE u.settlement = 'ESTIMATED') AS estimated_count
  FROM zone CROSS JOIN days d
  JOIN token_usage u ON u.organization_id = $1::uuid
    AND u.occurred_at >= (d.day::timestamp AT TIME ZONE zone.name) - interval '3 hours'
    AND u.occurred_at < ((d.day + 1)::timestamp AT TIME ZONE zone.name) + interval '3 hours'
    AND (u.occurred_at AT TIME ZONE zone.name)::date = d.day
  GROUP BY d.day, u.project_id, u.provider, u.model, u.purpose
)`;
