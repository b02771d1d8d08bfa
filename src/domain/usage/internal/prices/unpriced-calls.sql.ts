import { sql } from "#platform/database.ts";

export interface UnpricedCalls {
  provider: string;
  model: string;
  calls: bigint;
  uncachedInputTokens: bigint;
  cacheReadTokens: bigint;
  cacheWriteTokens: bigint;
  outputTokens: bigint;
  /** The date of the first call in the reporting zone. */
  firstDay: string;
  firstAt: Date;
  lastAt: Date;
  /** How many of them there is a price for by now. */
  callsWithPrice: bigint;
}

/** The calls whose cost is not known, by model, those of most calls first. Value: organization. Reads a partial index of just these. */
export const unpricedCallsSql = sql<UnpricedCalls>(
  "unpriced_calls",
  `
SELECT u.provider, u.model, count(*) AS calls, sum(u.uncached_input_tokens)::bigint AS "uncachedInputTokens",
       sum(u.cache_read_tokens)::bigint AS "cacheReadTokens", sum(u.cache_write_tokens)::bigint AS "cacheWriteTokens",
       sum(u.output_tokens)::bigint AS "outputTokens", min(u.occurred_at) AS "firstAt", max(u.occurred_at) AS "lastAt",
       count(*) FILTER (WHERE EXISTS (
         SELECT FROM model_price p WHERE p.provider = u.provider AND p.model = u.model AND p.valid_from <= u.occurred_at
           AND (p.organization_id = $1::uuid OR p.organization_id IS NULL))) AS "callsWithPrice",
       (min(u.occurred_at) AT TIME ZONE o.reporting_zone)::date::text AS "firstDay"
FROM token_usage u JOIN organization o ON o.id = u.organization_id
WHERE u.organization_id = $1::uuid AND u.model_price_id IS NULL
GROUP BY u.provider, u.model, o.reporting_zone ORDER BY calls DESC, u.provider, u.model`,
);
