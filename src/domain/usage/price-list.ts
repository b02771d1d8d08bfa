import type { BucketPrices } from "./price-call.ts";

export interface ListedPrice extends BucketPrices {
  provider: string;
  model: string;
  validFrom: Date;
}

/** Under which name the built-in writer stands in the ledger. */
export const BUILT_IN_MODEL = { provider: "episodic", model: "built-in" } as const;

/**
 * The maintained list. Rows are added, never changed: a new price is a row with the date from which it holds, so that
 * what was paid stays explained. A zero must be written down to be one.
 */
export const PRICE_LIST: readonly ListedPrice[] = [
  {
    ...BUILT_IN_MODEL,
    validFrom: new Date("2020-01-01T00:00:00Z"),
    uncachedInputNanosPerMillion: 0n,
    cacheReadNanosPerMillion: 0n,
    cacheWriteNanosPerMillion: 0n,
    outputNanosPerMillion: 0n,
  },
];
