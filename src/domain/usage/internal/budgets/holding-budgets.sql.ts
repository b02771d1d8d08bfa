import { sql } from "#platform/database.ts";
import type { BudgetWindow, HoldKind } from "#platform/db/generated/enums.ts";

/** A held run, and one window of a hard ceiling that has no room for what it needs. */
export interface HoldingRow {
  queueId: string;
  projectId: string;
  holdKind: HoldKind;
  budgetId: string;
  window: BudgetWindow;
  scopeId: string;
  startsOn: string;
}

/**
 * Which ceilings hold which runs at present. A run that waits for a price is held by every hard ceiling that applies to it, for none lets a call
 * through whose cost nobody knows. Values: organization, now.
 */
export const holdingBudgetsSql = sql<HoldingRow>(
  "holding_budgets",
  `
WITH today AS (
  SELECT ($2::timestamptz AT TIME ZONE counting_zone)::date AS day FROM organization WHERE id = $1::uuid
),
held AS (
  SELECT q.id, q.project_id, q.hold_kind, COALESCE(q.held_for_nanos, 0) AS needs, e.id AS episode_id
  FROM episode_schedule_queue q
  JOIN project p ON p.organization_id = $1::uuid AND p.id = q.project_id AND p.deleted_at IS NULL
  LEFT JOIN episode e ON e.organization_id = $1::uuid AND e.queue_id = q.id
  WHERE q.organization_id = $1::uuid AND q.status = 'HELD' AND q.hold_kind IS NOT NULL
)
SELECT h.id AS "queueId", h.project_id AS "projectId", h.hold_kind AS "holdKind", b.id AS "budgetId", b."window", s.scope_id AS "scopeId", s.starts_on::text AS "startsOn"
FROM held h CROSS JOIN today
JOIN budget b ON b.organization_id = $1::uuid AND b.is_hard AND (b.project_id IS NULL OR b.project_id = h.project_id)
CROSS JOIN LATERAL (
  SELECT CASE b."window" WHEN 'EPISODE' THEN h.episode_id ELSE COALESCE(b.project_id, b.organization_id) END AS scope_id,
         CASE b."window" WHEN 'DAY' THEN today.day WHEN 'MONTH' THEN date_trunc('month', today.day)::date ELSE '1970-01-01' END AS starts_on
) s
LEFT JOIN spending_window w ON w.organization_id = $1::uuid AND w.scope_id = s.scope_id AND w."window" = b."window" AND w.starts_on = s.starts_on
WHERE s.scope_id IS NOT NULL
  AND (h.hold_kind = 'PRICE' OR COALESCE(w.spent_nanos + w.reserved_nanos, 0)::numeric + h.needs > b.ceiling_nanos)
ORDER BY h.id, b.project_id NULLS FIRST, b."window"`,
);
