import type { Cadence } from "./cadence.ts";
import { atUtcMidnight } from "./internal/local-date.ts";
import { cityOf } from "./time-zones.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** More single dates than this are counted, not listed. */
const LISTED_DATES = 3;

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
const fullFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const listFormat = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * A cadence as a plain sentence: "Every weekday at 07:30, Berlin time, until 31 March 2027; paused 1–14 August."
 * `today` is the local date of the reader, "YYYY-MM-DD": breaks that are over are left out, and its year is not repeated.
 */
export function describeCadence(cadence: Cadence, today: string): string {
  const { days, time, timeZone, startDate, endDate, count } = cadence;
  const parts = [`${describeDays(days)} at ${time}`, timeZone === "UTC" ? "UTC" : describeZone(timeZone)];
  if (startDate !== undefined && (startDate > today || count !== undefined)) {
    parts.push(`from ${fullFormat.format(atUtcMidnight(startDate))}`);
  }
  if (endDate !== undefined) parts.push(`until ${fullFormat.format(atUtcMidnight(endDate))}`);
  if (count !== undefined) parts.push(count === 1 ? "for one episode" : `for ${count} episodes`);
  return `${[parts.join(", "), ...describeBreaks(cadence, today)].join("; ")}.`;
}

function describeDays(days: readonly number[]): string {
  const key = days.join("");
  if (key === "1234567") return "Every day";
  if (key === "12345") return "Every weekday";
  return `Every ${listFormat.format(days.map((day) => WEEKDAYS[day - 1] ?? ""))}`;
}

function describeZone(timeZone: string): string {
  const city = cityOf(timeZone);
  return city.startsWith("UTC") ? city : `${city} time`;
}

function describeBreaks(cadence: Cadence, today: string): string[] {
  const pauses = (cadence.pauses ?? [])
    .filter(({ until }) => until >= today)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, until }) => describeSpan(from, until, today));
  const dates = (cadence.skipDates ?? []).filter((date) => date >= today);
  const breaks = pauses.length === 0 ? [] : [`paused ${listFormat.format(pauses)}`];
  if (dates.length > LISTED_DATES) breaks.push(`except on ${dates.length} dates`);
  else if (dates.length > 0) {
    breaks.push(`except ${listFormat.format(dates.map((date) => describeSpan(date, date, today)))}`);
  }
  return breaks;
}

function describeSpan(from: string, until: string, today: string): string {
  const year = today.slice(0, 4);
  const format = from.startsWith(year) && until.startsWith(year) ? dayFormat : fullFormat;
  if (from === until) return format.format(atUtcMidnight(from));
  const range = format.formatRange(atUtcMidnight(from), atUtcMidnight(until));
  const isInOneMonth = from.slice(0, 7) === until.slice(0, 7);
  return range.replaceAll(/\s–\s/g, isInOneMonth ? "–" : " – ");
}
