import { Temporal } from "temporal-polyfill";
import type { Cadence } from "#domain/schedule/cadence.ts";
import { nextOccurrences, slotOf } from "#domain/schedule/occurrences.ts";

const DAYS_A_LIST_MAY_SPAN = 1500;
const FIRST_DAY = Temporal.PlainDate.from("1970-01-02");
const DAYS = FIRST_DAY.until("2100-12-31").days;
const LIST_EVERY = 50;

/** Names that the runtime knows besides its own canonical ones: present names and links. */
const FURTHER_ZONES = ["UTC", "Asia/Kolkata", "Asia/Kathmandu", "Europe/Kyiv", "America/Nuuk", "US/Eastern"];

export const everyTimeZone = [...new Set([...Intl.supportedValuesOf("timeZone"), ...FURTHER_ZONES])];

/**
 * Compares slots with the Temporal polyfill over every zone that the runtime knows: half of the cases lie within two hours of a
 * clock change of 1970 to 2100, the other half anywhere; every fiftieth case is a list of occurrences with pauses and counts.
 * The same seed gives the same cases. Yields after each zone, so that a caller can show its progress.
 */
export function* compareWithTemporal(
  cases: number,
  seed = 1,
): Generator<{ checked: number; mismatches: string[] }> {
  const random = mulberry32(seed);
  const perZone = Math.ceil(cases / everyTimeZone.length);
  for (const timeZone of everyTimeZone) {
    const changes = clockChangesOf(timeZone);
    const mismatches: string[] = [];
    for (let index = 0; index < perZone; index += 1) {
      const near = index % 2 === 0 ? pick(changes, random) : undefined;
      const local = near ? nearClockChange(near, random) : anywhere(random);
      const mismatch =
        index % LIST_EVERY === 0 ? compareList(timeZone, local, random) : compareSlot(timeZone, local);
      if (mismatch) mismatches.push(mismatch);
    }
    yield { checked: perZone, mismatches };
  }
}

function compareSlot(timeZone: string, local: Temporal.PlainDateTime): string | undefined {
  const key = local.toPlainDate().toString();
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const expected = slotByTemporal(timeZone, local);
  const actual = slotOf({ time, timeZone }, key)?.getTime();
  return actual === expected
    ? undefined
    : `${timeZone} ${key} ${time}: ${isoOf(actual)} instead of ${isoOf(expected)}`;
}

/** Undefined for a local date that the zone leaves out: the start of that day is then on another date. */
function slotByTemporal(timeZone: string, local: Temporal.PlainDateTime): number | undefined {
  const date = local.toPlainDate();
  const start = date.toZonedDateTime({ timeZone });
  if (!start.toPlainDate().equals(date)) return undefined;
  return local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}

function compareList(
  timeZone: string,
  local: Temporal.PlainDateTime,
  random: () => number,
): string | undefined {
  const cadence = someCadence(timeZone, local, random);
  const after = local.toZonedDateTime("UTC").add({ hours: Math.floor(random() * 96) - 48 });
  const limit = 1 + Math.floor(random() * 12);
  const expected = listByTemporal(cadence, after.epochMilliseconds, limit);
  const found = nextOccurrences(cadence, { after: new Date(after.epochMilliseconds), limit });
  const actual = found.map(({ key, slotAt }) => `${key} ${slotAt.toISOString()}`);
  return actual.join() === expected.join()
    ? undefined
    : `${JSON.stringify(cadence)} after ${after}: ${actual} instead of ${expected}`;
}

/** Walks the calendar one date at a time and counts one by one: slow and plain, nothing shared with the code under test. */
function listByTemporal(cadence: Cadence, after: number, limit: number): string[] {
  const found: string[] = [];
  let date = Temporal.PlainDate.from(cadence.startDate ?? "1970-01-02");
  const time = Temporal.PlainTime.from(cadence.time);
  let counted = 0;
  for (let walked = 0; walked < DAYS_A_LIST_MAY_SPAN && found.length < limit; walked += 1) {
    const key = date.toString();
    if (cadence.endDate !== undefined && key > cadence.endDate) break;
    if (cadence.count !== undefined && counted === cadence.count) break;
    const isPaused = (cadence.pauses ?? []).some(({ from, until }) => from <= key && key <= until);
    const isSkipped = isPaused || (cadence.skipDates ?? []).includes(key);
    const slot = slotByTemporal(cadence.timeZone, date.toPlainDateTime(time));
    if (cadence.days.includes(date.dayOfWeek) && !isSkipped && slot !== undefined) {
      counted += 1;
      if (slot > after) found.push(`${key} ${new Date(slot).toISOString()}`);
    }
    date = date.add({ days: 1 });
  }
  return found;
}

/** A cadence around a local time: begins up to 200 days before it, and ends by a date, a count or not at all. */
function someCadence(timeZone: string, local: Temporal.PlainDateTime, random: () => number): Cadence {
  const middle = local.toPlainDate();
  const day = (from: number, span: number) =>
    middle.add({ days: from + Math.floor(random() * span) }).toString();
  const days = [1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.6);
  const span = () => {
    const from = day(-100, 200);
    const length = Math.floor(random() * 40);
    return { from, until: Temporal.PlainDate.from(from).add({ days: length }).toString() };
  };
  const end = random();
  return {
    days: days.length > 0 ? days : [middle.dayOfWeek],
    time: local.toPlainTime().toString({ smallestUnit: "minute" }),
    timeZone,
    startDate: day(-200, 200),
    ...(end < 0.3 ? { endDate: day(0, 60) } : {}),
    ...(end > 0.6 ? { count: 1 + Math.floor(random() * 120) } : {}),
    pauses: Array.from({ length: Math.floor(random() * 4) }, span),
    skipDates: Array.from({ length: Math.floor(random() * 8) }, () => day(-20, 60)),
  };
}

function clockChangesOf(timeZone: string): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let at: Temporal.ZonedDateTime | null = FIRST_DAY.toZonedDateTime({ timeZone });
  while (at) {
    at = at.getTimeZoneTransition("next");
    if (!at || at.year > 2100) break;
    changes.push(at);
  }
  return changes;
}

function nearClockChange(change: Temporal.ZonedDateTime, random: () => number): Temporal.PlainDateTime {
  const minutes = Math.floor(random() * 240) - 120;
  // The wall clock from before the change runs on into a gap, the one after it back into an overlap.
  const side = random() < 0.5 ? change : change.subtract({ nanoseconds: 1 });
  return side.toPlainDateTime().add({ minutes }).round({ smallestUnit: "minute" });
}

function anywhere(random: () => number): Temporal.PlainDateTime {
  const date = FIRST_DAY.add({ days: Math.floor(random() * DAYS) });
  return date
    .toPlainDateTime({ hour: Math.floor(random() * 24) })
    .add({ minutes: Math.floor(random() * 60) });
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

function isoOf(instant: number | undefined): string {
  return instant === undefined ? "no such date" : new Date(instant).toISOString();
}

/** A small seeded generator (Tommy Ettinger's Mulberry32): numbers from 0 to 1, the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
