import { sql } from "#platform/database.ts";

export interface SpentOnTrial {
  durationMs: bigint;
  tokensRead: bigint;
  tokensWritten: bigint;
  /** Null where the model has no price. */
  costNanos: bigint | null;
}

/** What the attempts at a trial used together, by the ledger. Values: organization, step. */
export const spentOnTrialSql = sql<SpentOnTrial>(
  "spent_on_trial",
  `
SELECT COALESCE(sum(u.duration_ms), 0)::bigint AS "durationMs",
       COALESCE(sum(u.uncached_input_tokens + u.cache_read_tokens + u.cache_write_tokens), 0)::bigint AS "tokensRead",
       COALESCE(sum(u.output_tokens), 0)::bigint AS "tokensWritten",
       CASE WHEN count(*) = count(u.cost_nanos) THEN sum(u.cost_nanos)::bigint END AS "costNanos"
FROM usage_reservation r JOIN token_usage u ON u.organization_id = r.organization_id AND u.call_key = r.call_key
WHERE r.organization_id = $1::uuid AND r.step_key = $2`,
);
