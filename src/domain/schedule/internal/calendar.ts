import { dayNumber, isoWeekday } from "./local-date.ts";

/** The part of a cadence that chooses dates and knows no clock. Dates are local, "YYYY-MM-DD". */
export interface CalendarRule {
  days: readonly number[];
  startDate?: string | undefined;
  endDate?: string | undefined;
  count?: number | undefined;
  pauses?: readonly { from: string; until: string }[] | undefined;
  skipDates?: readonly string[] | undefined;
}

interface Span {
  from: number;
  until: number;
}

/**
 * Answers "the first date of this rule on or after a day number". `missing` are the dates that do not exist in the zone.
 *
 * Pauses, skipped and missing dates do not use up the count: twelve episodes are twelve episodes. The date of the last one
 * is found by arithmetic over the open spans between them, so that a question costs the same after a hundred years.
 */
export function calendarOf(
  rule: CalendarRule,
  missing: Iterable<number> = [],
): (day: number) => number | undefined {
  const closed = closedSpans(rule, missing);
  const first = rule.startDate === undefined ? Number.NEGATIVE_INFINITY : dayNumber(rule.startDate);
  const end = rule.endDate === undefined ? Number.POSITIVE_INFINITY : dayNumber(rule.endDate);
  const last = rule.count === undefined ? end : Math.min(end, lastDay(rule, rule.count, closed));

  return (day) => {
    let candidate = nthMatch(rule.days, Math.max(day, first), 1);
    for (const span of closed) {
      if (candidate < span.from) break;
      if (candidate <= span.until) candidate = nthMatch(rule.days, span.until + 1, 1);
    }
    return candidate <= last ? candidate : undefined;
  };
}

/** Pauses, skipped and missing dates as spans of days, in order and without overlaps. */
function closedSpans(rule: CalendarRule, missing: Iterable<number>): Span[] {
  const spans = [...(rule.pauses ?? [])].map(({ from, until }) => ({
    from: dayNumber(from),
    until: dayNumber(until),
  }));
  for (const date of rule.skipDates ?? []) spans.push({ from: dayNumber(date), until: dayNumber(date) });
  for (const day of missing) spans.push({ from: day, until: day });
  spans.sort((a, b) => a.from - b.from);

  const merged: Span[] = [];
  for (const span of spans) {
    const previous = merged.at(-1);
    if (previous && span.from <= previous.until + 1) previous.until = Math.max(previous.until, span.until);
    else merged.push(span);
  }
  return merged;
}

/** The day of occurrence number `count` from the start date. */
function lastDay(rule: CalendarRule, count: number, closed: readonly Span[]): number {
  if (rule.startDate === undefined) throw new RangeError("A count needs a start date");
  let open = dayNumber(rule.startDate);
  let left = count;
  for (const span of closed) {
    if (span.until < open) continue;
    const inside = matches(rule.days, open, span.from - 1);
    if (inside >= left) break;
    left -= inside;
    open = span.until + 1;
  }
  return nthMatch(rule.days, open, left);
}

/** How many days from `from` to `until`, both included, fall on one of the weekdays. */
function matches(weekdays: readonly number[], from: number, until: number): number {
  const length = until - from + 1;
  if (length <= 0) return 0;
  const weeks = Math.floor(length / 7);
  const rest = offsetsInWeek(weekdays, from).filter((offset) => offset < length % 7).length;
  return weeks * weekdays.length + rest;
}

/** The n-th day (1 is the first) on or after `from` that falls on one of the weekdays. */
function nthMatch(weekdays: readonly number[], from: number, n: number): number {
  const offsets = offsetsInWeek(weekdays, from);
  const offset = offsets[(n - 1) % offsets.length];
  if (offset === undefined) throw new RangeError("A cadence needs a weekday");
  return from + 7 * Math.floor((n - 1) / offsets.length) + offset;
}

function offsetsInWeek(weekdays: readonly number[], from: number): number[] {
  const first = isoWeekday(from);
  return weekdays.map((weekday) => (weekday - first + 7) % 7).sort((a, b) => a - b);
}
