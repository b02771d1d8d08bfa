const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The number of days from 1970-01-01 to a local date "YYYY-MM-DD", so that calendar arithmetic is integer arithmetic.
 * Undefined when the text is no date of the Gregorian calendar (2026-02-30).
 */
export function findDayNumber(date: string): number | undefined {
  const [, year, month, day] = SHAPE.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const number = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
  return toLocalDate(number) === date ? number : undefined;
}

/** Like `findDayNumber`, for a date that was checked before. @throws RangeError when it was not */
export function dayNumber(date: string): number {
  const number = findDayNumber(date);
  if (number === undefined) throw new RangeError(`"${date}" is not a date`);
  return number;
}

/** The local date "YYYY-MM-DD" of a day number. */
export function toLocalDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday of a day number: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A local date at UTC midnight, for `Intl.DateTimeFormat` with `timeZone: "UTC"`. */
export function atUtcMidnight(date: string): Date {
  return new Date(dayNumber(date) * DAY_MS);
}
