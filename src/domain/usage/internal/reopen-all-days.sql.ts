import { sql } from "#platform/database.ts";

/**
 * Opens every day that has calls in any zone: the days that had some in the zone before, and their neighbours, for the same instant lies at
 * most 26 hours apart on two walls. Values: organization, now. A day that is left without calls is rolled up to nothing. The organization
 * must be locked against every recorder by a statement before.
 */
export const reopenAllDaysSql = sql<never>(
  "reopen_all_usage_days",
  `
INSERT INTO usage_day AS d (organization_id, day, changed_at)
SELECT DISTINCT u.organization_id, u.day + shift, $2::timestamptz
FROM usage_day u CROSS JOIN generate_series(-2, 2) AS shift
WHERE u.organization_id = $1::uuid
ORDER BY 2
ON CONFLICT (organization_id, day) DO UPDATE SET rolled_up_at = NULL`,
);
