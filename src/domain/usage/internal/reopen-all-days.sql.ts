import { sql } from "#platform/database.ts";

/**
 * Opens every day that has calls in the reporting zone as it is now, and every day that had some before. Values: organization, now.
 * A day that is left without calls is rolled up to nothing.
 */
export const reopenAllDaysSql = sql<never>(
  "reopen_all_usage_days",
  `
WITH was AS (
  UPDATE usage_day SET rolled_up_at = NULL WHERE organization_id = $1::uuid
)
INSERT INTO usage_day (organization_id, day, changed_at)
SELECT DISTINCT o.id, (u.occurred_at AT TIME ZONE o.reporting_zone)::date, $2::timestamptz
FROM organization o JOIN token_usage u ON u.organization_id = o.id
WHERE o.id = $1::uuid
ON CONFLICT (organization_id, day) DO NOTHING`,
);
