import { sql } from "#platform/database.ts";

export interface PresentWindows {
  zone: string;
  /** Local dates, as text. */
  today: string;
  monthStartsOn: string;
  monthEndsOn: string;
  /** How much of the day is still to come, from 0 to 1; a day has 23 to 25 hours. */
  restOfToday: number;
}

/** The present day and month in the zone in which the organization counts its spending. Values: organization, now. */
export const presentWindowsSql = sql<PresentWindows>(
  "present_windows",
  `
WITH today AS (
  SELECT counting_zone AS zone, ($2::timestamptz AT TIME ZONE counting_zone)::date AS day FROM organization WHERE id = $1::uuid
),
bounds AS (
  SELECT *, day::timestamp AT TIME ZONE zone AS begins, (day + 1)::timestamp AT TIME ZONE zone AS ends FROM today
)
SELECT zone, day::text AS today, date_trunc('month', day::timestamp)::date::text AS "monthStartsOn",
       (date_trunc('month', day::timestamp) + interval '1 month - 1 day')::date::text AS "monthEndsOn",
       GREATEST(0, LEAST(1, extract(epoch FROM ends - $2::timestamptz) / extract(epoch FROM ends - begins)))::float8 AS "restOfToday"
FROM bounds`,
);
