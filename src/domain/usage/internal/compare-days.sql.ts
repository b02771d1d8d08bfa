import { sql } from "#platform/database.ts";
import { KEYS_OF, LEDGER_OF_DAYS, SUM_COLUMNS } from "./ledger-of-days.ts";

/** A day of a roll-up that is not what the ledger says. The sums may agree in money and yet not in their groups, calls or tokens. */
export interface DriftedDay {
  rollUp: keyof typeof KEYS_OF;
  day: string;
  ledgerNanos: bigint;
  foundNanos: bigint;
}

const KEYS = [...new Set([...KEYS_OF.token_usage_daily, ...KEYS_OF.episode_usage_daily])];
const COMPARED = [...KEYS, ...SUM_COLUMNS].join(", ");

/** What is kept of `table`, with all keys; those that it has not are null, as they are in `sums`. */
function kept(table: keyof typeof KEYS_OF): string {
  const own: readonly string[] = KEYS_OF[table];
  const keys = KEYS.map((key) =>
    own.includes(key) ? key : `NULL::${key.endsWith("_id") ? "uuid" : "text"}`,
  );
  return `SELECT '${table}', ${[...keys, ...SUM_COLUMNS].join(", ")} FROM ${table}
  WHERE organization_id = $1::uuid AND day IN (SELECT day FROM days)`;
}

/**
 * Compares the rows of both roll-ups with the ledger, as of one instant. Values: organization, first day, last day, the most days. Days that wait for the
 * roll-up are left out; a call and the mark on its day come in one transaction, so that none is taken for drift.
 */
export const compareDaysSql = sql<DriftedDay>(
  "compare_usage_days",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
days AS (
  SELECT d::date AS day
  FROM generate_series($2::text::timestamp, LEAST($3::text::timestamp, $2::text::timestamp + ($4::int - 1) * interval '1 day'), '1 day') d
  WHERE NOT EXISTS (
    SELECT FROM usage_day u WHERE u.organization_id = $1::uuid AND u.day = d::date AND (u.rolled_up_at IS NULL OR u.rolled_up_at < u.changed_at))
),
${LEDGER_OF_DAYS},
said AS MATERIALIZED (SELECT roll_up, ${COMPARED} FROM sums),
kept (roll_up, ${COMPARED}) AS MATERIALIZED (
  ${kept("token_usage_daily")}
  UNION ALL
  ${kept("episode_usage_daily")}
),
differing AS (
  (SELECT * FROM said EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM said)
)
SELECT d.roll_up AS "rollUp", d.day::text,
  (SELECT COALESCE(sum(s.cost_nanos), 0)::bigint FROM said s WHERE s.roll_up = d.roll_up AND s.day = d.day) AS "ledgerNanos",
  (SELECT COALESCE(sum(k.cost_nanos), 0)::bigint FROM kept k WHERE k.roll_up = d.roll_up AND k.day = d.day) AS "foundNanos"
FROM (SELECT DISTINCT roll_up, day FROM differing) d
ORDER BY d.day, d.roll_up`,
);
