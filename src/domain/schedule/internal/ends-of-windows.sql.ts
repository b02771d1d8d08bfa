import { sql } from "#platform/database.ts";

/** When the present day and month end in the zone in which the organization counts its spending. Values: organization, now. */
export const endsOfWindowsSql = sql<{ dayEndsAt: Date; monthEndsAt: Date }>(
  "ends_of_windows",
  `
WITH today AS (
  SELECT counting_zone AS zone, ($2::timestamptz AT TIME ZONE counting_zone)::date AS day FROM organization WHERE id = $1::uuid
)
SELECT (day + 1)::timestamp AT TIME ZONE zone AS "dayEndsAt",
       (date_trunc('month', day::timestamp) + interval '1 month') AT TIME ZONE zone AS "monthEndsAt"
FROM today`,
);
