import { sql } from "#platform/database.ts";

/**
 * The last call of a model that another price has priced since an instant, or is about to: calls under way have theirs already. Null
 * for none. Values: organization, provider, model, instant. What an own price that begins later has priced is left out: an earlier one
 * does not touch it.
 */
export const lastPricedCallSql = sql<{ at: Date | null }>(
  "last_priced_call",
  `
WITH next AS (
  SELECT min(valid_from) AS at FROM model_price
  WHERE organization_id = $1::uuid AND provider = $2 AND model = $3 AND valid_from > $4::timestamptz
),
priced AS (
  SELECT occurred_at AS at FROM token_usage
  WHERE organization_id = $1::uuid AND provider = $2 AND model = $3 AND model_price_id IS NOT NULL AND occurred_at >= $4::timestamptz
  UNION ALL
  SELECT created_at FROM usage_reservation
  WHERE organization_id = $1::uuid AND provider = $2 AND model = $3 AND model_price_id IS NOT NULL AND created_at >= $4::timestamptz
    AND status = 'OPEN'
)
SELECT max(priced.at) AS at FROM priced, next WHERE next.at IS NULL OR priced.at < next.at`,
);
