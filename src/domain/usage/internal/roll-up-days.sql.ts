import { sql } from "#platform/database.ts";
import { LEDGER_OF_DAYS } from "./ledger-of-days.ts";

/**
 * Recomputes days from the ledger and ticks them off. Values: organization, days, now. A row that is right already stays as
 * it is, so that a second run changes nothing. The days must be locked by a statement before: only a later one sees every call
 * that was committed under the lock.
 */
export const rollUpDaysSql = sql<never>(
  "roll_up_usage_days",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
days AS (SELECT unnest($2::text[])::date AS day),
${LEDGER_OF_DAYS},
gone AS (
  DELETE FROM token_usage_daily t USING days d
  WHERE t.organization_id = $1::uuid AND t.day = d.day AND NOT EXISTS (
    SELECT FROM sums s WHERE s.day = t.day AND s.project_id IS NOT DISTINCT FROM t.project_id
      AND s.provider = t.provider AND s.model = t.model AND s.purpose = t.purpose)
),
written AS (
  INSERT INTO token_usage_daily AS t (organization_id, day, project_id, provider, model, purpose, call_count,
    uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos,
    estimated_count, computed_at)
  SELECT $1::uuid, sums.*, $3::timestamptz FROM sums
  ON CONFLICT (organization_id, day, project_id, provider, model, purpose) DO UPDATE SET
    call_count = EXCLUDED.call_count, uncached_input_tokens = EXCLUDED.uncached_input_tokens,
    cache_read_tokens = EXCLUDED.cache_read_tokens, cache_write_tokens = EXCLUDED.cache_write_tokens,
    output_tokens = EXCLUDED.output_tokens, reasoning_tokens = EXCLUDED.reasoning_tokens,
    cost_nanos = EXCLUDED.cost_nanos, estimated_count = EXCLUDED.estimated_count, computed_at = EXCLUDED.computed_at
  WHERE (t.call_count, t.uncached_input_tokens, t.cache_read_tokens, t.cache_write_tokens, t.output_tokens,
         t.reasoning_tokens, t.cost_nanos, t.estimated_count)
    IS DISTINCT FROM
        (EXCLUDED.call_count, EXCLUDED.uncached_input_tokens, EXCLUDED.cache_read_tokens, EXCLUDED.cache_write_tokens,
         EXCLUDED.output_tokens, EXCLUDED.reasoning_tokens, EXCLUDED.cost_nanos, EXCLUDED.estimated_count)
)
UPDATE usage_day u SET rolled_up_at = GREATEST(u.changed_at, $3::timestamptz)
FROM days d WHERE u.organization_id = $1::uuid AND u.day = d.day`,
);
