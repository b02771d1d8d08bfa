import { findClockChange, offsetAt, wallTimeAt } from "./zone-time.ts";

const DAY_MS = 86_400_000;
/** Only a move across the date line changes an offset by more than this; summer time changes it by two hours at most. */
const DATE_LINE_MS = 12 * 3_600_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

const known = new Map<string, ReadonlySet<number>>();

/** Day numbers of the local dates that never happened in a zone, such as 2011-12-30 in Apia. Almost always empty. */
export function missingDates(timeZone: string): ReadonlySet<number> {
  const cached = known.get(timeZone);
  if (cached) return cached;
  const missing = new Set<number>();
  for (let year = FIRST_YEAR; year < LAST_YEAR; year += 1) {
    const from = Date.UTC(year);
    const to = Date.UTC(year + 1);
    if (offsetAt(timeZone, to) - offsetAt(timeZone, from) < DATE_LINE_MS) continue;
    for (const day of datesJumpedOver(timeZone, from, to)) missing.add(day);
  }
  known.set(timeZone, missing);
  return missing;
}

function* datesJumpedOver(timeZone: string, from: number, to: number): Generator<number> {
  const change = findClockChange(timeZone, from, to);
  if (!change) return;
  if (change.after - change.before < DATE_LINE_MS) {
    yield* datesJumpedOver(timeZone, change.instant, to);
    return;
  }
  const last = Math.floor(wallTimeAt(timeZone, change.instant - 1) / DAY_MS);
  const next = Math.floor(wallTimeAt(timeZone, change.instant) / DAY_MS);
  for (let day = last + 1; day < next; day += 1) yield day;
}
