import type { Usage, UsageSums } from "#domain/usage/get-usage.ts";
import { formatDate, formatDay } from "#ui/format/format-date.ts";

export interface UsageDay extends UsageSums {
  date: string;
  isProvisional: boolean;
}

/** What one bar of the chart and one row of its table stand for: a day, or the days of a month that lie in the period. */
export interface UsageBar extends UsageSums {
  from: string;
  until: string;
  /** Short, for an axis. */
  label: string;
  title: string;
  isProvisional: boolean;
  /** What of the cost went into the dearest purpose of the whole period. */
  dearestNanos: bigint;
}

type Part = Pick<Usage["purposesOfDays"][number], "date" | "purpose" | "costNanos">;

/** More bars than this can't be told apart on a phone. */
const MOST_BARS = 124;

/**
 * The days of a period as bars; a long period by months. The sums stay the same, however they are grouped. `parts` are what the dearest
 * purpose cost on each day.
 */
export function groupDays(
  days: readonly UsageDay[],
  parts: readonly Part[] = [],
): { unit: "day" | "month"; bars: UsageBar[] } {
  const dearest = (from: string, until: string) =>
    parts
      .filter(({ date }) => from <= date && date <= until)
      .reduce((sum, { costNanos }) => sum + costNanos, 0n);
  const { unit, bars } = toBars(days);
  return { unit, bars: bars.map((bar) => ({ ...bar, dearestNanos: dearest(bar.from, bar.until) })) };
}

function toBars(days: readonly UsageDay[]) {
  if (days.length <= MOST_BARS) {
    const bars = days.map(({ date, ...day }) => ({
      ...day,
      from: date,
      until: date,
      label: formatDay(date),
      title: formatDate(date, "medium"),
    }));
    return { unit: "day" as const, bars };
  }
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  return { unit: "month" as const, bars: [...months.values()].map(toMonth) };
}

function toMonth(days: UsageDay[]): Omit<UsageBar, "dearestNanos"> {
  const [from, until] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  const name = (month: "short" | "long") =>
    new Date(`${from}T00:00:00Z`).toLocaleDateString("en-GB", { month, year: "numeric", timeZone: "UTC" });
  return {
    ...addSums(days),
    from,
    until,
    label: name("short"),
    title: name("long"),
    isProvisional: days.some(({ isProvisional }) => isProvisional),
  };
}

function addSums(parts: readonly UsageSums[]): UsageSums {
  const sum = (of: (part: UsageSums) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    callCount: sum((part) => part.callCount),
    uncachedInputTokens: sum((part) => part.uncachedInputTokens),
    cacheReadTokens: sum((part) => part.cacheReadTokens),
    cacheWriteTokens: sum((part) => part.cacheWriteTokens),
    outputTokens: sum((part) => part.outputTokens),
    reasoningTokens: sum((part) => part.reasoningTokens),
    costNanos: parts.reduce((total, part) => total + part.costNanos, 0n),
    estimatedCount: sum((part) => part.estimatedCount),
    unpricedCount: sum((part) => part.unpricedCount),
  };
}
