import { formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";

export interface Spent {
  costNanos: bigint;
  /** Calls without a price: what they cost is not known, and not in the sum. */
  unpricedCount: number;
}

/** What was spent; nothing where nothing was, for the built-in writer's zeros say nothing. */
export function sayCost({ costNanos, unpricedCount }: Spent): string | null {
  const unknown = unpricedCount > 0 ? `${formatPlural(unpricedCount, "call")} without a price` : null;
  if (costNanos === 0n) return unknown;
  return unknown ? `${formatMoney(costNanos)} and ${unknown}` : formatMoney(costNanos);
}
