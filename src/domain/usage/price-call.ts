import { AppError } from "#platform/errors.ts";

/** The tokens of one call in disjoint buckets; reasoning is inside output and priced there. */
export interface TokenBuckets {
  uncachedInput: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
}

/** Nano-dollars for a million tokens of each bucket. */
export interface BucketPrices {
  uncachedInputNanosPerMillion: bigint;
  cacheReadNanosPerMillion: bigint;
  cacheWriteNanosPerMillion: bigint;
  outputNanosPerMillion: bigint;
}

const MILLION = 1_000_000n;

/**
 * What a call costs in nano-dollars. Exact until the end, then rounded up once, so that the ledger never shows less than
 * was spent.
 *
 * @throws AppError INVALID for a number of tokens that is negative, a fraction or no number
 */
export function priceCall(tokens: TokenBuckets, prices: BucketPrices): bigint {
  const millionths =
    count(tokens.uncachedInput) * prices.uncachedInputNanosPerMillion +
    count(tokens.cacheRead) * prices.cacheReadNanosPerMillion +
    count(tokens.cacheWrite) * prices.cacheWriteNanosPerMillion +
    count(tokens.output) * prices.outputNanosPerMillion;
  return (millionths + MILLION - 1n) / MILLION;
}

function count(tokens: number): bigint {
  if (Number.isSafeInteger(tokens) && tokens >= 0) return BigInt(tokens);
  throw new AppError(
    "INVALID",
    `A call can't have used ${tokens} tokens. Its usage must be settled by hand.`,
  );
}
