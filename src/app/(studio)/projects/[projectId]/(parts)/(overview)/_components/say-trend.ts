import { formatCount } from "#ui/format/format-count.ts";

/** One of the five numbers as the domain gives it. */
export interface TrendToSay {
  now: number | null;
  before: number | null;
}

export interface Figure extends TrendToSay {
  unit: "share" | "count";
  better: "lower" | "higher";
}

/** Less of a change is said to be none: a point of a share, a tenth of a count. */
const LEAST_CHANGE = { share: 0.005, count: 0.1 };

/** `12 %`, `4`; a dash where nothing was measured. */
export function sayValue(value: number | null, unit: Figure["unit"]): string {
  if (value === null) return "–";
  return unit === "share" ? `${Math.round(value * 100)} %` : formatCount(Math.round(value * 10) / 10);
}

/** How a figure changed against the five episodes before, in words, with an arrow for the eye. */
export function sayTrend({ now, before, unit, better }: Figure): { arrow: string; words: string } {
  if (now === null) return { arrow: "", words: "Nothing to measure yet" };
  if (before === null) return { arrow: "", words: "Not enough episodes yet for a trend" };
  const was = sayValue(before, unit);
  const change = now - before;
  if (Math.abs(change) < LEAST_CHANGE[unit] || sayValue(now, unit) === was) {
    return { arrow: "→", words: `As before: ${was}` };
  }
  const isBetter = change < 0 === (better === "lower");
  const direction = change < 0 ? "Down" : "Up";
  return {
    arrow: change < 0 ? "↓" : "↑",
    words: `${direction} from ${was}, which is ${isBetter ? "better" : "worse"}`,
  };
}

/** Every bar of the small chart in words. */
export function sayEach(name: string, each: readonly (number | null)[], unit: Figure["unit"]): string {
  const values = each.map((value) => (value === null ? "nothing" : sayValue(value, unit)));
  return `${name}, the oldest first: ${values.join(", ")}`;
}
