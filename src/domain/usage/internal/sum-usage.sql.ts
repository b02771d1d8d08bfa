import { sql } from "#platform/database.ts";
import { LEDGER_OF_DAYS } from "./ledger-of-days.ts";

/** One group of the usage of a period; what it was not grouped by is null. */
export interface UsageSumsRow {
  by: "day" | "project" | "model" | "purpose" | "total";
  day: string | null;
  projectId: string | null;
  provider: string | null;
  model: string | null;
  purpose: string | null;
  callCount: bigint;
  uncachedInputTokens: bigint;
  cacheReadTokens: bigint;
  cacheWriteTokens: bigint;
  outputTokens: bigint;
  reasoningTokens: bigint;
  costNanos: bigint;
  estimatedCount: bigint;
}

/**
 * Sums a period in all and by day, project, model and purpose, the dearest and then the largest first.
 * Values: organization, first day, last day, project or null. Days that were added to since they were rolled up are summed from
 * the ledger, all others taken from the roll-up.
 */
export const sumUsageSql = sql<UsageSumsRow>(
  "sum_usage",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
days AS (
  SELECT day FROM usage_day
  WHERE organization_id = $1::uuid AND day BETWEEN $2::text::date AND $3::text::date
    AND (rolled_up_at IS NULL OR rolled_up_at < changed_at)
),
${LEDGER_OF_DAYS},
used AS (
  SELECT * FROM sums
  UNION ALL
  SELECT day, project_id, provider, model, purpose, call_count, uncached_input_tokens, cache_read_tokens,
         cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, estimated_count
  FROM token_usage_daily
  WHERE organization_id = $1::uuid AND day BETWEEN $2::text::date AND $3::text::date AND day NOT IN (SELECT day FROM days)
)
SELECT CASE WHEN GROUPING(day) = 0 THEN 'day' WHEN GROUPING(project_id) = 0 THEN 'project'
            WHEN GROUPING(model) = 0 THEN 'model' WHEN GROUPING(purpose) = 0 THEN 'purpose' ELSE 'total' END AS by,
       day::text, project_id AS "projectId", provider, model, purpose,
       COALESCE(sum(call_count), 0)::bigint AS "callCount",
       COALESCE(sum(uncached_input_tokens), 0)::bigint AS "uncachedInputTokens",
       COALESCE(sum(cache_read_tokens), 0)::bigint AS "cacheReadTokens",
       COALESCE(sum(cache_write_tokens), 0)::bigint AS "cacheWriteTokens",
       COALESCE(sum(output_tokens), 0)::bigint AS "outputTokens",
       COALESCE(sum(reasoning_tokens), 0)::bigint AS "reasoningTokens",
       COALESCE(sum(cost_nanos), 0)::bigint AS "costNanos",
       COALESCE(sum(estimated_count), 0)::bigint AS "estimatedCount"
FROM used
WHERE $4::text IS NULL OR project_id = $4::text::uuid
GROUP BY GROUPING SETS ((day), (project_id), (provider, model), (purpose), ())
ORDER BY "costNanos" DESC, sum(uncached_input_tokens + output_tokens) DESC NULLS LAST, purpose, model, project_id`,
);
