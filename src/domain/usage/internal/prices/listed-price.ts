import type { BucketPrices } from "../../price-call.ts";

/** A row of the maintained list. */
export interface ListedPrice extends BucketPrices {
  provider: string;
  model: string;
  validFrom: Date;
  /** What one row can't say and a person should know: which of several prices this is. */
  note?: string;
  /** Longer prompts cost more for each token, which one row can't say: the model is sent none of more tokens than this. */
  promptsUpTo?: number;
  /** Turns texts into vectors and writes nothing: its other buckets carry the input's price and stay empty. */
  isEmbedding?: true;
}

/** Dollars for a million tokens, as the providers' pages tell them. */
export interface Dollars {
  input: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
}

/** A price from midnight UTC of a date on. */
export function listed(
  provider: string,
  model: string,
  from: string,
  dollars: Dollars,
  more: Pick<ListedPrice, "note" | "isEmbedding"> = {},
): ListedPrice {
  return {
    provider,
    model,
    validFrom: new Date(`${from}T00:00:00Z`),
    uncachedInputNanosPerMillion: nanos(dollars.input),
    cacheReadNanosPerMillion: nanos(dollars.cacheRead),
    cacheWriteNanosPerMillion: nanos(dollars.cacheWrite),
    outputNanosPerMillion: nanos(dollars.output),
    ...more,
  };
}

/** The price of short prompts, where a provider charges long ones more. */
export function ofShortPrompts(price: ListedPrice, promptsUpTo: number): ListedPrice {
  const tokens = promptsUpTo.toLocaleString("en-GB");
  return {
    ...price,
    promptsUpTo,
    note: `The price of prompts up to ${tokens} tokens; longer ones, which cost more, are never sent.`,
  };
}

/** An embedding model: one price, told for every bucket, so that none of them is free. */
export function listedEmbedding(provider: string, model: string, from: string, input: number): ListedPrice {
  const dollars = { input, cacheRead: input, cacheWrite: input, output: input };
  return listed(provider, model, from, dollars, { isEmbedding: true });
}

/** Prices have at most three decimals of a dollar: rounding only takes out what floating point put in. */
function nanos(dollars: number): bigint {
  return BigInt(Math.round(dollars * 1e9));
}
