import { sql } from "#platform/database.ts";

/** Opens days for the roll-up, also such as were never marked. Values: organization, days, now. */
export const reopenDaysSql = sql<never>(
  "reopen_usage_days",
  `
INSERT INTO usage_day (organization_id, day, changed_at)
SELECT DISTINCT $1::uuid, day::date, $3::timestamptz FROM unnest($2::text[]) AS day ORDER BY 2
ON CONFLICT (organization_id, day) DO UPDATE SET rolled_up_at = NULL`,
);
