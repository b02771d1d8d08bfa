import type { Cadence } from "./cadence.ts";
import { calendarOf } from "./internal/calendar.ts";
import { dayNumber, toLocalDate } from "./internal/local-date.ts";
import { missingDates } from "./internal/missing-dates.ts";
import {
  findClockChange,
  localDateAt,
  type Moment,
  momentOf,
  offsetAt,
  wallTimeAt,
} from "./internal/zone-time.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What a clock change does to an occurrence, for the list that is shown before saving. */
export interface ClockChangeMark {
  /** Local date on which the clocks change, "YYYY-MM-DD". */
  date: string;
  /** By how much they go forward; negative when they go back. */
  minutes: number;
  /** `skipped`: the time does not exist that day; `repeated`: it happens twice, and the first counts. */
  wallTime: Moment["wallTime"];
  /** The local time at which the occurrence really falls, "HH:MM". */
  localTime: string;
}

/** One local date of a cadence and the instant on which it falls. */
export interface Occurrence {
  /** The local date, "YYYY-MM-DD": unique in a project for ever, whatever becomes of the clock or the zone data. */
  key: string;
  slotAt: Date;
  /** Set on the first occurrence after a clock change, and on one that falls into it. */
  clockChange?: ClockChangeMark;
}

/** Where a list begins: at an instant or a local date (`from…`, included) or behind one (`after…`). */
export type OccurrenceStart = { after: Date } | { from: Date } | { afterKey: string } | { fromKey: string };
export type OccurrenceRange = OccurrenceStart & {
  limit: number;
  /** The last instant that may be in the list. */
  until?: Date;
};

/**
 * The next occurrences of a cadence, in order: exactly one for each local date that matches and exists in the zone. In a spring
 * gap the slot moves forward by the length of the gap, in an autumn overlap it is the first of the two instants. A local date
 * that the zone leaves out (2011-12-30 in Apia) is no occurrence and does not use up the count.
 */
export function nextOccurrences(cadence: Cadence, range: OccurrenceRange): Occurrence[] {
  const { timeZone } = cadence;
  const next = calendarOf(cadence, missingDates(timeZone));
  const occurrences: Occurrence[] = [];
  let previous = startInstant(cadence, range);
  let day = next(firstDay(timeZone, range));

  while (day !== undefined && occurrences.length < range.limit) {
    const moment = momentOf(timeZone, wallTimeOn(cadence, day));
    if (range.until && moment.instant > range.until.getTime()) break;
    if (isInside(moment.instant, range)) {
      const clockChange = markClockChange(timeZone, previous, moment);
      const occurrence = { key: toLocalDate(day), slotAt: new Date(moment.instant) };
      occurrences.push(clockChange ? { ...occurrence, clockChange } : occurrence);
      // A repeated time comes before its clock change, which is told once.
      previous = moment.wallTime === "repeated" ? moment.instant + DAY_MS : moment.instant;
    }
    day = next(day + 1);
  }
  return occurrences;
}

/**
 * The instant of one local date ("YYYY-MM-DD") at the time and in the zone of a cadence, whether or not the date matches its
 * weekdays. Undefined when the date does not exist in the zone.
 */
export function slotOf(cadence: Pick<Cadence, "time" | "timeZone">, key: string): Date | undefined {
  const day = dayNumber(key);
  if (missingDates(cadence.timeZone).has(day)) return undefined;
  return new Date(momentOf(cadence.timeZone, wallTimeOn(cadence, day)).instant);
}

function wallTimeOn({ time }: Pick<Cadence, "time">, day: number): number {
  return day * DAY_MS + Number(time.slice(0, 2)) * 60 * MINUTE_MS + Number(time.slice(3)) * MINUTE_MS;
}

/** A gap may carry a slot into the next local date, so the search begins one date early. */
function firstDay(timeZone: string, range: OccurrenceStart): number {
  if ("afterKey" in range) return dayNumber(range.afterKey) + 1;
  if ("fromKey" in range) return dayNumber(range.fromKey);
  const instant = "after" in range ? range.after : range.from;
  return Math.floor(wallTimeAt(timeZone, instant.getTime()) / DAY_MS) - 1;
}

function isInside(instant: number, range: OccurrenceStart): boolean {
  if ("afterKey" in range || "fromKey" in range) return true;
  return "after" in range ? instant > range.after.getTime() : instant >= range.from.getTime();
}

/** The instant with which the first occurrence is compared to see whether the clocks have changed since. */
function startInstant(cadence: Cadence, range: OccurrenceStart): number | undefined {
  if ("afterKey" in range) return slotOf(cadence, range.afterKey)?.getTime();
  if ("fromKey" in range) return undefined;
  return ("after" in range ? range.after : range.from).getTime();
}

function markClockChange(
  timeZone: string,
  previous: number | undefined,
  moment: Moment,
): ClockChangeMark | undefined {
  const { instant, offset, wallTime } = moment;
  const hasChanged = previous !== undefined && offsetAt(timeZone, previous) !== offset;
  if (wallTime === "once" && !hasChanged) return undefined;
  const before = wallTime === "once" && previous !== undefined ? previous : instant - DAY_MS;
  const change =
    wallTime === "repeated"
      ? findClockChange(timeZone, instant, instant + DAY_MS)
      : findClockChange(timeZone, before, instant);
  if (!change) return undefined;
  return {
    date: localDateAt(timeZone, new Date(change.instant)),
    minutes: (change.after - change.before) / MINUTE_MS,
    wallTime,
    localTime: new Date(instant + offset).toISOString().slice(11, 16),
  };
}
