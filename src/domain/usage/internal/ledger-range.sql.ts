import { sql } from "#platform/database.ts";

/** The first day of an organization that is in the ledger or rolled up, and the last that is over. Values: organization, now. */
export const ledgerRangeSql = sql<{ first: string | null; last: string; isMoving: boolean }>(
  "ledger_range",
  `
SELECT LEAST(
    (SELECT (min(u.occurred_at) AT TIME ZONE o.reporting_zone)::date FROM token_usage u WHERE u.organization_id = o.id),
    (SELECT min(t.day) FROM token_usage_daily t WHERE t.organization_id = o.id),
    (SELECT min(e.day) FROM episode_usage_daily e WHERE e.organization_id = o.id))::text AS first,
  (($2::timestamptz AT TIME ZONE o.reporting_zone)::date - 1)::text AS last,
  o.counting_zone <> o.reporting_zone AS "isMoving"
FROM organization o WHERE o.id = $1::uuid`,
);
