/**
 * The instant of a local time on the days of clock changes: ours and date-fns-tz's against Temporal (disambiguation "compatible", which
 * is our rule: forward by the gap, the first of two). Prints how many each gets right, and the ratio of their speeds.
 */
import { fromZonedTime } from "date-fns-tz";
import { Temporal } from "temporal-polyfill";
import { slotOf } from "#domain/schedule/occurrences.ts";

const MINUTES_AROUND = [-90, -30, 0, 15, 30, 45, 90];

interface Case {
  timeZone: string;
  date: string;
  time: string;
  instant: number;
}

function casesOf(timeZone: string): Case[] {
  const cases: Case[] = [];
  let at = Temporal.Instant.from("2020-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
  for (;;) {
    const change = at.getTimeZoneTransition("next");
    if (!change || change.year > 2029) return cases;
    at = change;
    for (const minutes of MINUTES_AROUND) {
      const local = change.toPlainDateTime().add({ minutes });
      const instant = local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
      cases.push({
        timeZone,
        date: local.toPlainDate().toString(),
        time: local.toString().slice(11, 16),
        instant,
      });
    }
  }
}

function measure(name: string, cases: readonly Case[], convert: (one: Case) => number | undefined) {
  const began = performance.now();
  const right = cases.filter((one) => convert(one) === one.instant).length;
  const microseconds = ((performance.now() - began) * 1_000) / cases.length;
  console.log(`${name.padEnd(12)} ${right} of ${cases.length} right, ${microseconds.toFixed(1)} µs each`);
  return microseconds;
}

const cases = Intl.supportedValuesOf("timeZone").flatMap(casesOf);
const ours = measure("ours", cases, ({ timeZone, date, time }) =>
  slotOf({ time, timeZone }, date)?.getTime(),
);
const theirs = measure("date-fns-tz", cases, ({ timeZone, date, time }) =>
  fromZonedTime(`${date}T${time}:00`, timeZone).getTime(),
);
console.log(`ratio of speeds, ours to date-fns-tz: ${(theirs / ours).toFixed(2)}`);
