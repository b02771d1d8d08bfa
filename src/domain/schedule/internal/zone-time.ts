import { toLocalDate } from "./local-date.ts";

const DAY_MS = 86_400_000;
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that local time in `timeZone` is ahead of UTC at an instant (milliseconds since 1970). */
export function offsetAt(timeZone: string, instant: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    formats.set(timeZone, format);
  }
  const match = OFFSET.exec(format.format(instant));
  if (!match) throw new RangeError(`No offset is known for ${timeZone} at ${instant}`);
  const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
  const ahead = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  return sign === "-" ? -ahead : ahead;
}

/** What the clock on the wall shows in `timeZone` at an instant, as if it were UTC (milliseconds). */
export function wallTimeAt(timeZone: string, instant: number): number {
  return instant + offsetAt(timeZone, instant);
}

/** The local date, "YYYY-MM-DD", in `timeZone` at an instant. */
export function localDateAt(timeZone: string, instant: Date): string {
  return toLocalDate(Math.floor(wallTimeAt(timeZone, instant.getTime()) / DAY_MS));
}

export interface Moment {
  instant: number;
  offset: number;
  /** `skipped`: the wall time does not exist that day; `repeated`: it happens twice. */
  wallTime: "once" | "skipped" | "repeated";
}

/**
 * The instant at which the wall clock shows `wallTime` (milliseconds, as if it were UTC). Skipped by a clock change: later by
 * the length of the gap. Repeated: the first of the two instants. This is `disambiguation: "compatible"` of ECMA-262 Temporal.
 *
 * Every candidate is checked by converting it back. date-fns-tz is not used here: its answer depends on the zone of the server
 * and is wrong near clock changes (its issues 93 and 140).
 */
export function momentOf(timeZone: string, wallTime: number): Moment {
  const before = offsetAt(timeZone, wallTime - DAY_MS);
  const after = offsetAt(timeZone, wallTime + DAY_MS);
  const early = wallTime - Math.max(before, after);
  const late = wallTime - Math.min(before, after);
  const earlyIsRight = wallTimeAt(timeZone, early) === wallTime;
  if (early === late && earlyIsRight) return { instant: early, offset: before, wallTime: "once" };

  const lateIsRight = wallTimeAt(timeZone, late) === wallTime;
  if (earlyIsRight || lateIsRight) {
    const instant = earlyIsRight ? early : late;
    const repeated = earlyIsRight && lateIsRight;
    return { instant, offset: wallTime - instant, wallTime: repeated ? "repeated" : "once" };
  }
  // In a gap the offset from before it lands behind the gap, exactly its length later.
  const instant = wallTime - before;
  return { instant, offset: offsetAt(timeZone, instant), wallTime: "skipped" };
}

export interface ClockChange {
  /** First instant with the new offset, in milliseconds. */
  instant: number;
  before: number;
  after: number;
}

/** A clock change between two instants whose offsets differ, found by bisection; undefined when the offsets are equal. */
export function findClockChange(timeZone: string, from: number, to: number): ClockChange | undefined {
  const start = offsetAt(timeZone, from);
  if (offsetAt(timeZone, to) === start) return undefined;
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle) === start) low = middle;
    else high = middle;
  }
  return { instant: high, before: start, after: offsetAt(timeZone, high) };
}
