import { sql } from "#platform/database.ts";

/** Makes a zone the one by which the organization counts, also for calls under way. Values: organization, zone. */
export const countByZoneSql = sql<never>(
  "count_by_zone",
  `
WITH moved AS (
  UPDATE usage_reservation SET day = (created_at AT TIME ZONE $2)::date,
    month = date_trunc('month', created_at AT TIME ZONE $2)::date
  WHERE organization_id = $1::uuid AND status = 'OPEN' AND day <> (created_at AT TIME ZONE $2)::date
)
UPDATE organization SET counting_zone = $2 WHERE id = $1::uuid AND counting_zone <> $2`,
);
