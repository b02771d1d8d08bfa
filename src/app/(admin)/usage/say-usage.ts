import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatDate } from "#ui/format/format-date.ts";
import type { UsageBar } from "./group-days.ts";
import { amountOf, type Measure, sayAmount, share, tokensOf, tokensRead } from "./measure.ts";

interface Shown {
  unit: "day" | "month";
  bars: readonly UsageBar[];
  /** The purposes of the whole period, the dearest first. */
  purposes: readonly (UsageSums & { label: string })[];
}

/** What the chart shows, as a sentence or two; null when there is nothing to show. */
export function sayBars({ unit, bars, purposes }: Shown, measure: Measure): string | null {
  const amount = (bar: UsageSums) => amountOf(bar, measure);
  const total = bars.reduce((sum, bar) => sum + amount(bar), 0);
  const most = bars.reduce<UsageBar | undefined>(
    (best, bar) => (best === undefined || amount(bar) > amount(best) ? bar : best),
    undefined,
  );
  if (total === 0 || most === undefined) return null;
  const used = bars.filter((bar) => amount(bar) > 0).length;
  const name = unit === "day" ? formatDate(most.from, "long") : most.title;
  const superlative = measure === "cost" ? "dearest" : "busiest";
  const when =
    used === 1
      ? `All of it was ${measure === "cost" ? "spent" : "used"} ${unit === "day" ? "on" : "in"} ${name}.`
      : `${name} was the ${superlative} of ${used} ${unit}s, with ${sayAmount(amount(most), measure)}.`;
  return `${measure === "cost" ? sayPurposes(purposes, total) : sayTokens(bars)} ${when}`;
}

function sayTokens(bars: readonly UsageBar[]): string {
  const sum = (of: (bar: UsageBar) => number) => bars.reduce((total, bar) => total + of(bar), 0);
  return `${share(sum(tokensRead), sum(tokensOf))} of the tokens were read from sources and drafts, the rest was written.`;
}

function sayPurposes(purposes: Shown["purposes"], total: number): string {
  const [first] = purposes.toSorted((a, b) => Number(b.costNanos - a.costNanos));
  if (!first) return "";
  return `${first.label} takes ${share(Number(first.costNanos), total)} of the money.`;
}
