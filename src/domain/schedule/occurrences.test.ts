import { describe, expect, it } from "vitest";
import { compareWithTemporal, everyTimeZone } from "#testing/occurrence-oracle.ts";
import type { Cadence } from "./cadence.ts";
import { nextOccurrences, slotOf } from "./occurrences.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function daily(time: string, timeZone: string, rest: Partial<Cadence> = {}): Cadence {
  return { days: EVERY_DAY, time, timeZone, ...rest };
}

function keys(cadence: Cadence, after: string, limit: number): string[] {
  return nextOccurrences(cadence, { after: new Date(after), limit }).map(({ key }) => key);
}

describe("slotOf", () => {
  it.each([
    ["New York, spring gap", "America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00.000Z"],
    ["New York, autumn overlap", "America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z"],
    ["London, spring gap", "Europe/London", "2026-03-29", "01:30", "2026-03-29T01:30:00.000Z"],
    ["London, autumn overlap", "Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
    [
      "Berlin, the last minute before the gap",
      "Europe/Berlin",
      "2026-03-29",
      "01:59",
      "2026-03-29T00:59:00.000Z",
    ],
    [
      "Berlin, the first minute of the gap",
      "Europe/Berlin",
      "2026-03-29",
      "02:00",
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "Berlin, the first minute behind the gap",
      "Europe/Berlin",
      "2026-03-29",
      "03:00",
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "Lord Howe, gap of half an hour",
      "Australia/Lord_Howe",
      "2026-10-04",
      "02:15",
      "2026-10-03T15:45:00.000Z",
    ],
    [
      "Lord Howe, overlap of half an hour",
      "Australia/Lord_Howe",
      "2026-04-05",
      "01:45",
      "2026-04-04T14:45:00.000Z",
    ],
    ["Cairo, gap at midnight", "Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:30:00.000Z"],
    ["Beirut, gap at midnight", "Asia/Beirut", "2026-03-29", "00:00", "2026-03-28T22:00:00.000Z"],
    ["Havana, gap at midnight", "America/Havana", "2026-03-08", "00:15", "2026-03-08T05:15:00.000Z"],
    ["Havana, overlap at midnight", "America/Havana", "2026-11-01", "00:15", "2026-11-01T04:15:00.000Z"],
    ["Troll, gap of two hours", "Antarctica/Troll", "2026-03-29", "02:00", "2026-03-29T02:00:00.000Z"],
    ["Troll, overlap of two hours", "Antarctica/Troll", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
    ["Kathmandu, three quarters", "Asia/Kathmandu", "2026-01-01", "07:30", "2026-01-01T01:45:00.000Z"],
    ["Chatham, gap at a quarter to", "Pacific/Chatham", "2026-09-27", "03:00", "2026-09-26T14:15:00.000Z"],
    ["Casablanca in summer", "Africa/Casablanca", "2025-07-01", "07:30", "2025-07-01T06:30:00.000Z"],
    ["Casablanca in Ramadan", "Africa/Casablanca", "2025-03-10", "07:30", "2025-03-10T07:30:00.000Z"],
    ["29 February", "Asia/Tokyo", "2028-02-29", "06:00", "2028-02-28T21:00:00.000Z"],
  ])("%s", (_name, timeZone, key, time, expected) => {
    expect(slotOf({ time, timeZone }, key)?.toISOString()).toBe(expected);
  });

  it("knows no slot on a date that the zone left out", () => {
    expect(slotOf({ time: "07:30", timeZone: "Pacific/Apia" }, "2011-12-30")).toBeUndefined();
    expect(slotOf({ time: "07:30", timeZone: "Pacific/Kwajalein" }, "1993-08-21")).toBeUndefined();
    expect(slotOf({ time: "07:30", timeZone: "Pacific/Pago_Pago" }, "2011-12-30")).toBeDefined();
  });
});

describe("nextOccurrences", () => {
  it("lists every matching date once across both clock changes of a year", () => {
    const cadence = daily("02:30", "Europe/Berlin");
    const year = nextOccurrences(cadence, { from: new Date("2025-12-31T23:00:00Z"), limit: 365 });
    const dates = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
    expect(year.map(({ key }) => key)).toEqual(dates.map((date) => date.toISOString().slice(0, 10)));
    expect(new Set(year.map(({ slotAt }) => slotAt.getTime())).size).toBe(365);
  });

  it("leaves out the date that Samoa skipped", () => {
    const cadence = daily("07:30", "Pacific/Apia");
    expect(keys(cadence, "2011-12-28T17:30:00Z", 3)).toEqual(["2011-12-29", "2011-12-31", "2012-01-01"]);
  });

  it("does not spend the count on a date that Samoa skipped", () => {
    const cadence = daily("07:30", "Pacific/Apia", { startDate: "2011-12-29", count: 3 });
    expect(keys(cadence, "2011-12-01T00:00:00Z", 9)).toEqual(["2011-12-29", "2011-12-31", "2012-01-01"]);
  });

  it("tells an instant that lies before from one that lies on a slot", () => {
    const cadence = daily("07:30", "UTC");
    const slot = new Date("2026-05-04T07:30:00Z");
    expect(nextOccurrences(cadence, { from: slot, limit: 1 })[0]?.key).toBe("2026-05-04");
    expect(nextOccurrences(cadence, { after: slot, limit: 1 })[0]?.key).toBe("2026-05-05");
  });

  it("finds a slot that a gap carried past the instant it is asked for", () => {
    const cadence = daily("02:30", "Europe/Berlin");
    const from = new Date("2026-03-29T01:15:00Z");
    expect(nextOccurrences(cadence, { from, limit: 1 })[0]?.slotAt.toISOString()).toBe(
      "2026-03-29T01:30:00.000Z",
    );
  });

  it("goes on behind a key whatever the clock says", () => {
    const cadence = daily("07:30", "UTC", { days: [1, 3] });
    const range = { afterKey: "2026-05-04", until: new Date("2026-05-11T07:30:00Z"), limit: 9 };
    expect(nextOccurrences(cadence, range).map(({ key }) => key)).toEqual(["2026-05-06", "2026-05-11"]);
  });

  it("starts and ends on the dates given, both included", () => {
    const cadence = daily("07:30", "UTC", { startDate: "2026-05-04", endDate: "2026-05-06" });
    expect(keys(cadence, "2020-01-01T00:00:00Z", 9)).toEqual(["2026-05-04", "2026-05-05", "2026-05-06"]);
    expect(keys(cadence, "2026-05-06T07:30:00Z", 9)).toEqual([]);
  });

  it("writes the whole count in spite of pauses and skipped dates", () => {
    const cadence = daily("07:30", "UTC", {
      startDate: "2026-05-04",
      count: 4,
      pauses: [{ from: "2026-05-06", until: "2026-05-08" }],
      skipDates: ["2026-05-05", "2026-05-07"],
    });
    expect(keys(cadence, "2026-01-01T00:00:00Z", 9)).toEqual([
      "2026-05-04",
      "2026-05-09",
      "2026-05-10",
      "2026-05-11",
    ]);
  });

  it("counts from the start date, wherever the list begins", () => {
    const cadence = daily("07:30", "UTC", { days: [1], startDate: "2000-01-03", count: 1500 });
    expect(keys(cadence, "2028-09-11T00:00:00Z", 9)).toEqual(["2028-09-11", "2028-09-18", "2028-09-25"]);
  });

  it("marks the first occurrence after a clock change, once", () => {
    const cadence = daily("07:30", "America/New_York", { days: [1, 4] });
    const list = nextOccurrences(cadence, { after: new Date("2026-03-03T00:00:00Z"), limit: 4 });
    expect(list.map(({ key, clockChange }) => [key, clockChange])).toEqual([
      ["2026-03-05", undefined],
      ["2026-03-09", { date: "2026-03-08", minutes: 60, wallTime: "once", localTime: "07:30" }],
      ["2026-03-12", undefined],
      ["2026-03-16", undefined],
    ]);
  });

  it("marks a time that does not exist and one that comes twice", () => {
    const spring = nextOccurrences(daily("02:15", "Australia/Lord_Howe"), {
      after: new Date("2026-10-02T20:00:00Z"),
      limit: 2,
    });
    expect(spring.map(({ clockChange }) => clockChange)).toEqual([
      { date: "2026-10-04", minutes: 30, wallTime: "skipped", localTime: "02:45" },
      undefined,
    ]);
    const autumn = nextOccurrences(daily("01:30", "Europe/London"), {
      after: new Date("2026-10-24T20:00:00Z"),
      limit: 2,
    });
    expect(autumn.map(({ clockChange }) => clockChange)).toEqual([
      { date: "2026-10-25", minutes: -60, wallTime: "repeated", localTime: "01:30" },
      undefined,
    ]);
  });

  it("marks nothing when no clock changes", () => {
    const year = nextOccurrences(daily("07:30", "Asia/Tokyo"), { after: new Date(0), limit: 366 });
    expect(year.filter(({ clockChange }) => clockChange)).toEqual([]);
  });
});

describe("against the Temporal polyfill", () => {
  it("agrees in 100,000 cases over every zone that the runtime knows", { timeout: 180_000 }, () => {
    let checked = 0;
    let zones = 0;
    const mismatches: string[] = [];
    for (const zone of compareWithTemporal(100_000, 2026)) {
      checked += zone.checked;
      zones += 1;
      mismatches.push(...zone.mismatches);
    }
    expect(mismatches).toEqual([]);
    expect(checked).toBeGreaterThanOrEqual(100_000);
    expect(zones).toBe(everyTimeZone.length);
  });
});
