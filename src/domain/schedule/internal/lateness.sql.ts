import { sql } from "#platform/database.ts";

export interface LatenessOfDay {
  /** A date of the zone. */
  day: string;
  published: number;
  late: number;
}

/** Lateness of what the cadence published, in milliseconds; null when nothing was. */
export interface LatenessSums {
  published: number;
  late: number;
  medianMs: number | null;
  p95Ms: number | null;
  worstMs: number | null;
  days: LatenessOfDay[];
}

/**
 * How late the episodes of the cadence were since an instant. Values: organization, since, zone of the days, milliseconds that count as on time.
 * What a person asked for has no slot to be late for.
 */
export const latenessSql = sql<LatenessSums>(
  "lateness",
  `
WITH published AS (
  SELECT extract(epoch FROM published_at - slot_at) * 1000 AS late_ms, (published_at AT TIME ZONE $3::text)::date AS day
  FROM episode_schedule_queue
  WHERE organization_id = $1::uuid AND status = 'PUBLISHED' AND trigger = 'CADENCE' AND published_at >= $2::timestamptz
),
by_day AS (
  SELECT day, count(*)::int AS published, (count(*) FILTER (WHERE late_ms > $4::int))::int AS late FROM published GROUP BY day
)
SELECT count(*)::int AS published, (count(*) FILTER (WHERE late_ms > $4::int))::int AS late,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY late_ms)::float8 AS "medianMs",
       percentile_disc(0.95) WITHIN GROUP (ORDER BY late_ms)::float8 AS "p95Ms",
       max(late_ms)::float8 AS "worstMs",
       coalesce((SELECT jsonb_agg(jsonb_build_object('day', day, 'published', published, 'late', late) ORDER BY day) FROM by_day), '[]') AS days
FROM published`,
);
