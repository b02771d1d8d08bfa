import { sql } from "#platform/database.ts";

interface PeriodToPreview {
  from: string;
  until: string;
  /** Where the present windows begin. */
  DAY: string;
  MONTH: string;
  EPISODE: string;
}

/** The last whole month in the zone in which the organization counts, or the present one so far when nothing was called in that. Values: organization, now. */
export const periodToPreviewSql = sql<PeriodToPreview>(
  "period_to_preview",
  `
WITH today AS (
  SELECT ($2::timestamptz AT TIME ZONE counting_zone)::date AS day FROM organization WHERE id = $1::uuid
),
months AS (
  SELECT day, date_trunc('month', day::timestamp)::date AS this, (date_trunc('month', day::timestamp) - interval '1 month')::date AS last
  FROM today
)
SELECT CASE WHEN was THEN last ELSE this END::text AS "from", CASE WHEN was THEN this - 1 ELSE day END::text AS until,
       day::text AS "DAY", this::text AS "MONTH", '1970-01-01' AS "EPISODE"
FROM months CROSS JOIN LATERAL (
  SELECT EXISTS (
    SELECT FROM usage_day u WHERE u.organization_id = $1::uuid AND u.day >= months.last AND u.day < months.this
  ) AS was
) w`,
);
