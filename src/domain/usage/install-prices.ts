import pg from "pg";
import { runSql } from "#platform/database.ts";
import { installPricesSql } from "./internal/install-prices.sql.ts";
import { PRICE_LIST } from "./price-list.ts";

/**
 * Adds to the database what the maintained price list has and it has not. Only the owner of the tables may write there,
 * so this belongs to migrating.
 *
 * @returns how many prices are new
 */
export async function installPrices(ownerUrl: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    const added = await runSql(pool, installPricesSql, [
      PRICE_LIST.map((price) => price.provider),
      PRICE_LIST.map((price) => price.model),
      PRICE_LIST.map((price) => price.validFrom),
      PRICE_LIST.map((price) => price.uncachedInputNanosPerMillion),
      PRICE_LIST.map((price) => price.cacheReadNanosPerMillion),
      PRICE_LIST.map((price) => price.cacheWriteNanosPerMillion),
      PRICE_LIST.map((price) => price.outputNanosPerMillion),
    ]);
    return added.length;
  } finally {
    await pool.end();
  }
}
