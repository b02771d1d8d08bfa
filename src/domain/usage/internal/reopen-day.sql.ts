import { sql } from "#platform/database.ts";

/**
 * Says that a day of the ledger was added to. Values: organization, instant of the call, now.
 *
 * The row is locked until the call is committed, and the roll-up takes the same lock before it reads the ledger: it can't
 * tick off a day while a call of that day is on its way. Setting the mark back to null does not depend on whose clock is ahead.
 */
export const reopenDaySql = sql<never>(
  "reopen_usage_day",
  `
INSERT INTO usage_day (organization_id, day, changed_at)
SELECT o.id, ($2::timestamptz AT TIME ZONE o.reporting_zone)::date, $3::timestamptz
FROM organization o WHERE o.id = $1::uuid
ON CONFLICT (organization_id, day) DO UPDATE SET
  changed_at = GREATEST(usage_day.changed_at, EXCLUDED.changed_at), rolled_up_at = NULL`,
);
