import { sql } from "#platform/database.ts";
import { KEYS_OF, LEDGER_OF_DAYS, SUM_COLUMNS } from "./ledger-of-days.ts";

/**
 * Recomputes days from the ledger into both roll-ups and ticks them off. Values: organization, days, now. A row that is right already stays
 * as it is, so that a second run changes nothing. The days must be locked by a statement before: only a later one sees every call
 * that was committed under the lock.
 */
export const rollUpDaysSql = sql<never>(
  "roll_up_usage_days",
  `
WITH zone AS (SELECT reporting_zone AS name FROM organization WHERE id = $1::uuid),
days AS (SELECT unnest($2::text[])::date AS day),
${LEDGER_OF_DAYS},
${recompute("token_usage_daily")},
${recompute("episode_usage_daily")}
UPDATE usage_day u SET rolled_up_at = GREATEST(u.changed_at, $3::timestamptz)
FROM days d WHERE u.organization_id = $1::uuid AND u.day = d.day`,
);

function recompute(table: keyof typeof KEYS_OF): string {
  const keys = KEYS_OF[table];
  const columns = [...keys, ...SUM_COLUMNS].join(", ");
  const of = (name: string, names: readonly string[]) =>
    names.map((column) => `${name}.${column}`).join(", ");
  return `gone_from_${table} AS (
  DELETE FROM ${table} t USING days d
  WHERE t.organization_id = $1::uuid AND t.day = d.day AND NOT EXISTS (
    SELECT FROM sums s WHERE s.roll_up = '${table}' AND ${keys.map((key) => `s.${key} IS NOT DISTINCT FROM t.${key}`).join(" AND ")})
),
written_to_${table} AS (
  INSERT INTO ${table} AS t (organization_id, ${columns}, computed_at)
  SELECT $1::uuid, ${columns}, $3::timestamptz FROM sums WHERE roll_up = '${table}'
  ON CONFLICT (organization_id, ${keys.join(", ")}) DO UPDATE SET
    ${SUM_COLUMNS.map((column) => `${column} = EXCLUDED.${column}`).join(", ")}, computed_at = EXCLUDED.computed_at
  WHERE (${of("t", SUM_COLUMNS)}) IS DISTINCT FROM (${of("EXCLUDED", SUM_COLUMNS)})
)`;
}
