import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";

type Day = UsageSums & { date: string };

/** Every token that went in, whatever it cost. */
export function tokensRead(sums: UsageSums): number {
  return sums.uncachedInputTokens + sums.cacheReadTokens + sums.cacheWriteTokens;
}

export function tokensOf(sums: UsageSums): number {
  return tokensRead(sums) + sums.outputTokens;
}

/** A share of a whole in whole percent: `71 %`. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((part / whole) * 100)} %`;
}

/** What the chart of days shows, as a sentence; null when there is nothing to show. */
export function sayDays(days: readonly Day[]): string | null {
  const total = days.reduce((sum, day) => sum + tokensOf(day), 0);
  const busiest = days.reduce<Day | undefined>(
    (best, day) => (best === undefined || tokensOf(day) > tokensOf(best) ? day : best),
    undefined,
  );
  if (total === 0 || busiest === undefined) return null;
  const read = days.reduce((sum, day) => sum + tokensRead(day), 0);
  const used = days.filter((day) => tokensOf(day) > 0).length;
  const when =
    used === 1
      ? `All of it was used on ${formatDate(busiest.date, "long")}.`
      : `${formatDate(busiest.date, "long")} was the busiest of ${used} days, with ${formatCount(tokensOf(busiest))} tokens.`;
  return `${share(read, total)} of the tokens were read from sources and drafts, the rest was written. ${when}`;
}
