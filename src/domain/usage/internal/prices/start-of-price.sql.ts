import { sql } from "#platform/database.ts";

/** The first instant of a date on the wall of the organization's reporting zone. Values: organization, date. */
export const startOfPriceSql = sql<{ at: Date }>(
  "start_of_price",
  `SELECT ($2::text::date::timestamp AT TIME ZONE reporting_zone) AS at FROM organization WHERE id = $1::uuid`,
);
