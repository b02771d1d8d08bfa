import { sql } from "#platform/database.ts";
import type { BudgetWindow } from "#platform/db/generated/enums.ts";

export interface BudgetRow {
  id: string;
  projectId: string | null;
  projectTitle: string | null;
  window: BudgetWindow;
  ceilingNanos: bigint;
  isHard: boolean;
  /** First day of the present window; 1970-01-01 for episodes. */
  startsOn: string;
  spentNanos: bigint;
  reservedNanos: bigint;
  /** For episodes: the one whose figures these are. */
  episodeId: string | null;
}

/**
 * Every ceiling with what its present window has cost and has set aside; for a ceiling on episodes, the dearest episode of the last 30 days.
 * The organization's first, then by project; the shorter window first. Values: organization, now.
 */
export const listBudgetsSql = sql<BudgetRow>(
  "list_budgets",
  `
WITH today AS (
  SELECT ($2::timestamptz AT TIME ZONE counting_zone)::date AS day FROM organization WHERE id = $1::uuid
)
SELECT b.id, b.project_id AS "projectId", p.title AS "projectTitle", b."window", b.ceiling_nanos AS "ceilingNanos", b.is_hard AS "isHard",
       s.starts_on::text AS "startsOn", COALESCE(w.spent_nanos, e.spent_nanos, 0) AS "spentNanos",
       COALESCE(w.reserved_nanos, e.reserved_nanos, 0) AS "reservedNanos", e.scope_id AS "episodeId"
FROM budget b
CROSS JOIN today
CROSS JOIN LATERAL (
  SELECT CASE b."window" WHEN 'DAY' THEN today.day WHEN 'MONTH' THEN date_trunc('month', today.day)::date ELSE '1970-01-01' END AS starts_on
) s
LEFT JOIN project p ON p.organization_id = $1::uuid AND p.id = b.project_id
LEFT JOIN spending_window w ON w.organization_id = $1::uuid AND w.scope_id = COALESCE(b.project_id, b.organization_id)
  AND w."window" = b."window" AND w.starts_on = s.starts_on
LEFT JOIN LATERAL (
  SELECT w.scope_id, w.spent_nanos, w.reserved_nanos
  FROM episode e JOIN spending_window w ON w.organization_id = $1::uuid AND w.scope_id = e.id AND w."window" = 'EPISODE'
  WHERE b."window" = 'EPISODE' AND e.organization_id = $1::uuid AND (b.project_id IS NULL OR e.project_id = b.project_id)
    AND e.created_at >= $2::timestamptz - interval '30 days'
  ORDER BY w.spent_nanos + w.reserved_nanos DESC, w.scope_id LIMIT 1
) e ON true
WHERE b.organization_id = $1::uuid AND (b.project_id IS NULL OR (p.id IS NOT NULL AND p.deleted_at IS NULL))
ORDER BY b.project_id IS NOT NULL, p.title, b.project_id, b."window"`,
);
