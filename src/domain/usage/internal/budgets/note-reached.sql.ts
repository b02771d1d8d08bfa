import { sql } from "#platform/database.ts";
import type { BudgetNoticeKind } from "#platform/db/generated/enums.ts";

/** What is told of a ceiling: in which of its windows, and what. */
export interface NoticeKey {
  budgetId: string;
  scopeId: string;
  startsOn: string;
  kind: BudgetNoticeKind;
}

/**
 * Keeps that marks of ceilings were reached, each once, and answers with those that are new. Of an episode only the whole ceiling is told: halves
 * would come with every episode. Values: organization, now, since when episodes are looked at.
 */
export const noteReachedSql = sql<NoticeKey>(
  "note_reached_budgets",
  `
WITH today AS (
  SELECT ($2::timestamptz AT TIME ZONE counting_zone)::date AS day FROM organization WHERE id = $1::uuid
),
present AS (
  SELECT b.id, b.ceiling_nanos, w.scope_id, w.starts_on, w.spent_nanos, 50 AS least
  FROM budget b CROSS JOIN today
  JOIN spending_window w ON w.organization_id = $1::uuid AND w.scope_id = COALESCE(b.project_id, b.organization_id) AND w."window" = b."window"
    AND w.starts_on = CASE b."window" WHEN 'DAY' THEN today.day ELSE date_trunc('month', today.day)::date END
  WHERE b.organization_id = $1::uuid AND b."window" <> 'EPISODE'
  UNION ALL
  SELECT b.id, b.ceiling_nanos, w.scope_id, w.starts_on, w.spent_nanos, 100
  FROM budget b
  JOIN spending_window w ON w.organization_id = $1::uuid AND w."window" = 'EPISODE' AND (b.project_id IS NULL OR w.project_id = b.project_id)
  WHERE b.organization_id = $1::uuid AND b."window" = 'EPISODE' AND w.scope_id IN (
    SELECT u.episode_id FROM token_usage u WHERE u.organization_id = $1::uuid AND u.occurred_at >= $3::timestamptz)
)
INSERT INTO budget_notice (organization_id, budget_id, scope_id, starts_on, kind, told_at)
SELECT $1::uuid, p.id, p.scope_id, p.starts_on, mark.kind::budget_notice_kind, $2::timestamptz
FROM present p JOIN (VALUES ('REACHED_50', 50), ('REACHED_80', 80), ('REACHED_100', 100)) mark (kind, percent) ON mark.percent >= p.least
WHERE p.spent_nanos > 0 AND p.spent_nanos::numeric * 100 >= p.ceiling_nanos::numeric * mark.percent
ON CONFLICT DO NOTHING
RETURNING budget_id AS "budgetId", scope_id AS "scopeId", starts_on::text AS "startsOn", kind`,
);
