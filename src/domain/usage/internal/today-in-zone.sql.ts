import { sql } from "#platform/database.ts";

/** The reporting zone of an organization and the date there. Values: organization, now. The database's zone data decides days. */
export const todayInZoneSql = sql<{ zone: string; date: string }>(
  "today_in_reporting_zone",
  `
SELECT reporting_zone AS zone, ($2::timestamptz AT TIME ZONE reporting_zone)::date::text AS date
FROM organization WHERE id = $1::uuid`,
);
