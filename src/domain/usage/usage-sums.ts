import type { SumsRow } from "./internal/sum-usage.sql.ts";

/** Sums of the ledger. Tokens are in disjoint buckets but for reasoning, which is inside output. */
export interface UsageSums {
  callCount: number;
  uncachedInputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  reasoningTokens: number;
  /** What the calls that have a price cost. */
  costNanos: bigint;
  /** Calls of `callCount` that were settled at the worst case, because their true usage is not known. */
  estimatedCount: number;
  /** Calls of `callCount` without a price: what they cost is not known, and in no sum. */
  unpricedCount: number;
}

/** The sums of a row of the database; of none, nothing was used. */
export function toSums(row: SumsRow | undefined): UsageSums {
  return {
    callCount: Number(row?.callCount ?? 0n),
    uncachedInputTokens: Number(row?.uncachedInputTokens ?? 0n),
    cacheReadTokens: Number(row?.cacheReadTokens ?? 0n),
    cacheWriteTokens: Number(row?.cacheWriteTokens ?? 0n),
    outputTokens: Number(row?.outputTokens ?? 0n),
    reasoningTokens: Number(row?.reasoningTokens ?? 0n),
    costNanos: row?.costNanos ?? 0n,
    estimatedCount: Number(row?.estimatedCount ?? 0n),
    unpricedCount: Number(row?.unpricedCount ?? 0n),
  };
}
