import type { UsageCallLine } from "#domain/usage/list-calls.ts";

/** One bucket of a call: how many tokens, what a million of them costs, and what these cost; null where the call has no price. */
export interface PriceLine {
  bucket: string;
  tokens: number;
  nanosPerMillion: bigint | null;
  /** Millionths of a nano-dollar, so that nothing is rounded before the sum. */
  costMillionths: bigint | null;
}

interface PriceSum {
  lines: PriceLine[];
  tokens: number;
  /** Null for a call without a price. */
  costMillionths: bigint | null;
}

/** The sum that a call's cost is: line by line and exactly. The ledger holds it rounded up, once, to a nano-dollar. */
export function priceLines(call: UsageCallLine): PriceSum {
  const { price } = call;
  const lines = [
    line("Input, not cached", call.uncachedInputTokens, price?.uncachedInputNanosPerMillion),
    line("Input, read from the cache", call.cacheReadTokens, price?.cacheReadNanosPerMillion),
    line("Input, written to the cache", call.cacheWriteTokens, price?.cacheWriteNanosPerMillion),
    line("Output", call.outputTokens, price?.outputNanosPerMillion),
  ];
  const sum = lines.reduce((total, { costMillionths }) => total + (costMillionths ?? 0n), 0n);
  return {
    lines,
    tokens: lines.reduce((total, { tokens }) => total + tokens, 0),
    costMillionths: price ? sum : null,
  };
}

function line(bucket: string, tokens: number, nanosPerMillion: bigint | undefined): PriceLine {
  if (nanosPerMillion === undefined) return { bucket, tokens, nanosPerMillion: null, costMillionths: null };
  return { bucket, tokens, nanosPerMillion, costMillionths: BigInt(tokens) * nanosPerMillion };
}

/** Writes millionths of a nano-dollar with every digit that they have, and cents at least: `$0.003702`. */
export function sayMillionths(millionths: bigint): string {
  const digits = String(millionths).padStart(16, "0");
  const fraction = digits.slice(-15).replace(/0+$/, "").padEnd(2, "0");
  return `$${BigInt(digits.slice(0, -15)).toLocaleString("en-US")}.${fraction}`;
}
