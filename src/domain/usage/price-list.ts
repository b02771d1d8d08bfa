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
 * stays explained. Where a provider charges long prompts more, the row has the price of short ones: the model is sent no longer
 * ones. Where it charges nothing for cache writes, the bucket has the input's price. Only the built-in writer is free. How it is kept: docs/running-in-production.md, “Prices of models”.
 */
export const PRICE_LIST: readonly ListedPrice[] = [
  listed(BUILT_IN_MODEL.provider, BUILT_IN_MODEL.model, "2020-01-01", FREE),
  ...OPENAI_PRICES,
  ...ANTHROPIC_PRICES,
  ...GOOGLE_PRICES,
];

/** The longest prompt in tokens that a model may be sent, so that the list's price is the one that is charged. */
export function longestPrompt({ provider, model }: { provider: string; model: string }): number {
  const limits = PRICE_LIST.flatMap((price) =>
    price.provider === provider && price.model === model ? (price.promptsUpTo ?? []) : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...limits);
}
