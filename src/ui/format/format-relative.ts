const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

const words = new Intl.RelativeTimeFormat("en-GB");

/** How far `at` lies from `now`, in one rounded unit: `in 3 hours`, `2 minutes ago`, `just now`. */
export function formatRelative(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) < 10) return seconds < 0 ? "just now" : "in a moment";
  for (const [index, [unit, size]] of UNITS.entries()) {
    // Half of the next smaller unit early, so that 59.7 minutes are an hour and not 60 minutes.
    const smaller = UNITS[index + 1]?.[1] ?? 0;
    if (Math.abs(seconds) >= size - smaller / 2) return words.format(Math.round(seconds / size), unit);
  }
  return "just now";
}
