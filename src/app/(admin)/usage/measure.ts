import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatCompact, formatCount } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";

/** What the usage page counts by, by its name in the address. */
export const MEASURES = { cost: "Cost", tokens: "Tokens" } as const;
export type Measure = keyof typeof MEASURES;

/** The measure that an address asks for; else cost, where something costs. */
export function readMeasure(asked: unknown, { costNanos, unpricedCount }: UsageSums): Measure {
  if (typeof asked === "string" && Object.hasOwn(MEASURES, asked)) return asked as Measure;
  return costNanos > 0n || unpricedCount > 0 ? "cost" : "tokens";
}

/** Every token that went in, whatever it cost. */
export function tokensRead(sums: UsageSums): number {
  return sums.uncachedInputTokens + sums.cacheReadTokens + sums.cacheWriteTokens;
}

/** Every token, in and out; reasoning is inside output. */
export function tokensOf(sums: UsageSums): number {
  return tokensRead(sums) + sums.outputTokens;
}

/** How much it is by a measure: nano-dollars or tokens. Exact up to nine million dollars. */
export function amountOf(sums: UsageSums, measure: Measure): number {
  return measure === "cost" ? Number(sums.costNanos) : tokensOf(sums);
}

/** Writes an amount of a measure: `$2.94`, `12,300 tokens`. */
export function sayAmount(amount: number, measure: Measure): string {
  return measure === "cost" ? formatMoney(BigInt(Math.round(amount))) : `${formatCount(amount)} tokens`;
}

/** The same in few characters, for an axis. */
export function sayTick(amount: number, measure: Measure): string {
  return measure === "cost" ? formatMoney(BigInt(Math.round(amount))) : formatCompact(amount);
}

/** A share of a whole in whole percent: `71 %`. What is there at all is not said to be nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "–";
  const percent = (part / whole) * 100;
  return percent > 0 && percent < 0.5 ? "< 1 %" : `${Math.round(percent)} %`;
}

/** How an amount differs from an earlier one: `+12 %`, `−8 %`, `3.2 ×`; null where there was nothing to compare with. */
export function sayChange(now: number, before: number): string | null {
  if (before === 0) return null;
  const ratio = now / before;
  if (ratio >= 3) return `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)} ×`;
  const percent = Math.round((ratio - 1) * 100);
  return percent === 0 ? "±0 %" : `${percent > 0 ? "+" : "−"}${Math.abs(percent)} %`;
}
