import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { unpricedCallsSql } from "./internal/prices/unpriced-calls.sql.ts";

/** The models whose calls have no price, with what they used and since when: their cost is missing from every sum until it is entered. */
export const listUnpriced = query(
  { needs: "usage.read", input: z.object({}) },
  async ({ tx, organizationId }) => {
    const rows = await runSql(tx, unpricedCallsSql, [organizationId]);
    return rows.map(({ uncachedInputTokens, cacheReadTokens, cacheWriteTokens, outputTokens, ...row }) => ({
      ...row,
      calls: Number(row.calls),
      callsWithPrice: Number(row.callsWithPrice),
      tokensRead: Number(uncachedInputTokens + cacheReadTokens + cacheWriteTokens),
      tokensWritten: Number(outputTokens),
    }));
  },
);
