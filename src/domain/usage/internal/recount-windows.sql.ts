import { sql } from "#platform/database.ts";
import type { BudgetWindow } from "#platform/db/generated/enums.ts";
import { OPEN_AND_WINDOWS } from "./open-and-windows.ts";

/** A window that was not what ledger and open reservations say. */
export interface MendedWindow {
  window: BudgetWindow;
  startsOn: string;
  /** The organization, the project or the episode that it counts. */
  scopeId: string;
  ledgerNanos: bigint;
  foundNanos: bigint;
  openNanos: bigint;
  foundReservedNanos: bigint;
}

/**
 * Makes every window what the ledger and the open reservations say, and answers with those that were not. Values: organization. Nobody else may count
 * meanwhile: the organization is locked by a statement before, and only a later one sees every call that was committed until then.
 */
export const recountWindowsSql = sql<MendedWindow>(
  "recount_windows",
  `
WITH calls AS (
  SELECT u.project_id, u.episode_id, (u.occurred_at AT TIME ZONE o.counting_zone)::date AS day, 0::numeric AS reserved, sum(u.cost_nanos) AS spent
  FROM organization o JOIN token_usage u ON u.organization_id = o.id
  WHERE o.id = $1::uuid AND u.cost_nanos > 0
  GROUP BY 1, 2, 3
  UNION ALL
${OPEN_AND_WINDOWS},
written AS (
  INSERT INTO spending_window AS w (organization_id, scope_id, "window", starts_on, project_id, reserved_nanos, spent_nanos)
  SELECT $1::uuid, scope_id, "window", starts_on, project_id, reserved, spent FROM truth
  ON CONFLICT (organization_id, scope_id, "window", starts_on) DO UPDATE SET reserved_nanos = EXCLUDED.reserved_nanos, spent_nanos = EXCLUDED.spent_nanos
  WHERE (w.reserved_nanos, w.spent_nanos) IS DISTINCT FROM (EXCLUDED.reserved_nanos, EXCLUDED.spent_nanos)
),
gone AS (
  DELETE FROM spending_window w WHERE w.organization_id = $1::uuid AND NOT EXISTS (
    SELECT FROM truth t WHERE t.scope_id = w.scope_id AND t."window" = w."window" AND t.starts_on = w.starts_on)
)
SELECT "window", starts_on::text AS "startsOn", scope_id AS "scopeId",
  COALESCE(t.spent, 0) AS "ledgerNanos", COALESCE(w.spent_nanos, 0) AS "foundNanos",
  COALESCE(t.reserved, 0) AS "openNanos", COALESCE(w.reserved_nanos, 0) AS "foundReservedNanos"
FROM truth t FULL JOIN (SELECT * FROM spending_window WHERE organization_id = $1::uuid) w USING (scope_id, "window", starts_on)
WHERE (COALESCE(t.reserved, 0), COALESCE(t.spent, 0)) <> (COALESCE(w.reserved_nanos, 0), COALESCE(w.spent_nanos, 0))
ORDER BY "window", starts_on, scope_id`,
);
