import { sql } from "#platform/database.ts";

/** What the calls of one project and episode on one day of the counting zone turned out to cost. */
export interface PricedCalls {
  projectId: string | null;
  episodeId: string | null;
  day: string;
  calls: bigint;
  costNanos: bigint;
}

/**
 * Gives the calls of a model that have no price the one that was entered, as far back as it holds, and opens their days for the roll-up.
 * Values: organization, price, now.
 */
export const priceUnpricedCallsSql = sql<PricedCalls>(
  "price_unpriced_calls",
  `
WITH zones AS (SELECT id, reporting_zone, counting_zone FROM organization WHERE id = $1::uuid),
priced AS MATERIALIZED (SELECT * FROM price_unpriced_calls($2::uuid)),
opened AS (
  INSERT INTO usage_day (organization_id, day, changed_at)
  SELECT DISTINCT z.id, (p.occurred_at AT TIME ZONE z.reporting_zone)::date AS day, $3::timestamptz FROM priced p, zones z
  ORDER BY day
  ON CONFLICT (organization_id, day) DO UPDATE SET
    changed_at = GREATEST(usage_day.changed_at, EXCLUDED.changed_at), rolled_up_at = NULL
)
SELECT p.project_id AS "projectId", p.episode_id AS "episodeId", (p.occurred_at AT TIME ZONE z.counting_zone)::date::text AS day,
       count(*) AS calls, sum(p.cost_nanos)::bigint AS "costNanos"
FROM priced p, zones z GROUP BY 1, 2, 3`,
);
