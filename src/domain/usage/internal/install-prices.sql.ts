import { sql } from "#platform/database.ts";

/**
 * Adds the prices of the maintained list that are missing and leaves the others alone.
 * Values: providers, models, instants from which they hold, and the four prices, each a list.
 */
export const installPricesSql = sql<{ id: string }>(
  "install_prices",
  `
INSERT INTO model_price (provider, model, valid_from, uncached_input_nanos_per_million, cache_read_nanos_per_million,
                         cache_write_nanos_per_million, output_nanos_per_million)
SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
ON CONFLICT (organization_id, provider, model, valid_from) DO NOTHING
RETURNING id`,
);
