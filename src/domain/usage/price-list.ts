import { ANTHROPIC_PRICES } from "./internal/prices/anthropic-prices.ts";
import { GOOGLE_PRICES } from "./internal/prices/google-prices.ts";
import { type ListedPrice, listed } from "./internal/prices/listed-price.ts";
import { OPENAI_PRICES } from "./internal/prices/openai-prices.ts";

export type { ListedPrice };

/** Under which name the built-in writer stands in the ledger. */
export const BUILT_IN_MODEL = { provider: "episodic", model: "built-in" } as const;

const FREE = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 };

/**
 * The maintained list. Rows are added, never changed: a new price is a row with the date from which it holds, so that what was paid
 * stays explained. Where a provider charges by length, one row can't say it: it has the dearer price and a note. Where it charges nothing
 * for cache writes, the bucket has the input's price. Only the built-in writer is free. How it is kept: docs/running-in-production.md, “Prices of models”.
 */
export const PRICE_LIST: readonly ListedPrice[] = [
  listed(BUILT_IN_MODEL.provider, BUILT_IN_MODEL.model, "2020-01-01", FREE),
  ...OPENAI_PRICES,
  ...ANTHROPIC_PRICES,
  ...GOOGLE_PRICES,
];
