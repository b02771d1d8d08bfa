import { sql } from "#platform/database.ts";
import { LEDGER_OF_DAYS } from "./ledger-of-days.ts";
import { OPEN_AND_WINDOWS } from "./open-and-windows.ts";

/**
 * How many windows are not what the roll-up by episode and the open reservations say, as of one instant and without a lock; days that wait
 * for the roll-up are taken from the ledger. Only for an organization that counts its windows by its reporting zone. Values: organization.
 */
export const countDoubtedWindowsSql = sql<{ count: bigint }>(
  "count_doubted_windows",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
days AS (SELECT day FROM usage_day WHERE organization_id = $1::uuid AND (rolled_up_at IS NULL OR rolled_up_at < changed_at)),
${LEDGER_OF_DAYS},
calls AS (
  SELECT project_id, episode_id, day, 0::numeric AS reserved, sum(cost_nanos) AS spent
  FROM (
    SELECT day, project_id, episode_id, cost_nanos FROM sums WHERE roll_up = 'episode_usage_daily'
    UNION ALL
    SELECT day, project_id, episode_id, cost_nanos FROM episode_usage_daily
    WHERE organization_id = $1::uuid AND day NOT IN (SELECT day FROM days)
  ) AS used
  WHERE cost_nanos > 0
  GROUP BY 1, 2, 3
  UNION ALL
${OPEN_AND_WINDOWS}
SELECT count(*) FROM truth t
FULL JOIN (SELECT * FROM spending_window WHERE organization_id = $1::uuid) w USING (scope_id, "window", starts_on)
WHERE (COALESCE(t.reserved, 0), COALESCE(t.spent, 0)) <> (COALESCE(w.reserved_nanos, 0), COALESCE(w.spent_nanos, 0))`,
);
