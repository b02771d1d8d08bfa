import { sql } from "#platform/database.ts";
import { LEDGER_OF_DAYS, SUM_COLUMNS } from "./ledger-of-days.ts";
import type { SumsRow } from "./sum-usage.sql.ts";

/** What one project used of one model for one purpose on one day. */
export interface UsageDayRow extends SumsRow {
  day: string;
  projectId: string | null;
  projectTitle: string | null;
  provider: string;
  model: string;
  purpose: string;
}

const SUMS = SUM_COLUMNS.join(", ");

/**
 * The rows of the roll-up for a period, the oldest day first; days that were added to since are summed from the ledger.
 * Values: organization, first day, last day, project or null.
 */
export const exportUsageSql = sql<UsageDayRow>(
  "export_usage",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
days AS (
  SELECT day FROM usage_day
  WHERE organization_id = $1::uuid AND day BETWEEN $2::date AND $3::date
    AND (rolled_up_at IS NULL OR rolled_up_at < changed_at)
),
${LEDGER_OF_DAYS},
used AS (
  SELECT day, project_id, provider, model, purpose, ${SUMS} FROM sums WHERE roll_up = 'token_usage_daily'
  UNION ALL
  SELECT day, project_id, provider, model, purpose, ${SUMS} FROM token_usage_daily
  WHERE organization_id = $1::uuid AND day BETWEEN $2::date AND $3::date AND day NOT IN (SELECT day FROM days)
)
SELECT u.day::text, u.project_id AS "projectId", p.title AS "projectTitle", u.provider, u.model, u.purpose, u.call_count AS "callCount",
  u.uncached_input_tokens AS "uncachedInputTokens", u.cache_read_tokens AS "cacheReadTokens", u.cache_write_tokens AS "cacheWriteTokens",
  u.output_tokens AS "outputTokens", u.reasoning_tokens AS "reasoningTokens", u.cost_nanos AS "costNanos",
  u.estimated_count AS "estimatedCount", u.unpriced_count AS "unpricedCount"
FROM used u LEFT JOIN project p ON p.organization_id = $1::uuid AND p.id = u.project_id
WHERE $4::text IS NULL OR u.project_id = $4::text::uuid
ORDER BY u.day, p.title, u.project_id, u.provider, u.model, u.purpose`,
);
