import { atUtcMidnight } from "./internal/local-date.ts";
import type { ClockChangeMark } from "./occurrences.ts";

const dateFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/**
 * The sentence that marks an occurrence at `time` ("HH:MM") in the list of coming dates: "Clocks go forward by an hour on Sun 29
 * Mar; 02:30 does not exist that day, so it runs at 03:30."
 */
export function describeClockChange(mark: ClockChangeMark, time: string): string {
  const direction = mark.minutes > 0 ? "forward" : "back";
  const amount = describeMinutes(Math.abs(mark.minutes));
  const date = dateFormat.format(atUtcMidnight(mark.date)).replace(",", "");
  const change = `Clocks go ${direction} by ${amount} on ${date}`;
  if (mark.wallTime === "skipped") {
    return `${change}; ${time} does not exist that day, so it runs at ${mark.localTime}.`;
  }
  if (mark.wallTime === "repeated")
    return `${change}; ${time} comes twice that day, and it runs the first time.`;
  return `${change}.`;
}

function describeMinutes(minutes: number): string {
  if (minutes === 60) return "an hour";
  if (minutes === 24 * 60) return "a day";
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}
