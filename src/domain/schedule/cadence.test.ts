import { describe, expect, it } from "vitest";
import { Cadence } from "./cadence.ts";

const GOOD = { days: [1, 2, 3, 4, 5], time: "07:30", timeZone: "Europe/Berlin" };

/** The first message for a field ("pauses.0.until") when `change` is applied to a good cadence. */
function complaint(field: string, change: Record<string, unknown>): string | undefined {
  const issues = Cadence.safeParse({ ...GOOD, ...change }).error?.issues ?? [];
  return issues.find(({ path }) => path.join(".") === field)?.message;
}

describe("Cadence", () => {
  it("keeps days and skipped dates once and in order", () => {
    const cadence = Cadence.parse({
      ...GOOD,
      days: [5, 1, 5],
      skipDates: ["2026-12-25", "2026-12-24", "2026-12-25"],
    });
    expect(cadence.days).toEqual([1, 5]);
    expect(cadence.skipDates).toEqual(["2026-12-24", "2026-12-25"]);
  });

  it("gives itself back when it is stored and read", () => {
    const full = {
      ...GOOD,
      startDate: "2026-01-05",
      count: 20,
      pauses: [{ from: "2026-08-01", until: "2026-08-14" }],
      skipDates: ["2026-12-24"],
    };
    expect(Cadence.parse(JSON.parse(JSON.stringify(Cadence.parse(full))))).toEqual(full);
  });

  it.each([
    ["europe/berlin", "Europe/Berlin"],
    [" EUROPE/BERLIN ", "Europe/Berlin"],
    ["US/Eastern", "America/New_York"],
    ["asia/calcutta", "Asia/Kolkata"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["utc", "UTC"],
  ])("keeps the zone %s as %s", (timeZone, kept) => {
    expect(Cadence.parse({ ...GOOD, timeZone }).timeZone).toBe(kept);
  });

  it.each(["Mars/Base", "", "+05:30", "Berlin", "Europe/Berlin\u0000", "../etc"])(
    "refuses the zone %j",
    (timeZone) => {
      expect(complaint("timeZone", { timeZone })).toMatch(/not known. Choose a city/);
    },
  );

  it.each(["25:00", "24:00", "07:60", "7:30", "07:30:00", "", "noon", "٠٧:٣٠"])(
    "refuses the time %j",
    (time) => {
      expect(complaint("time", { time })).toMatch(/from 00:00 to 23:59/);
    },
  );

  it.each([
    ["days", { days: [] }, "Choose at least one weekday."],
    ["days", { days: undefined }, "Choose the weekdays."],
    [
      "endDate",
      { startDate: "2026-03-02", endDate: "2026-03-01" },
      "The end date lies before the start date.",
    ],
    ["startDate", { startDate: "2026-02-30" }, "2026-02-30 is not in the calendar. Choose an existing date."],
    ["startDate", { startDate: "2027-02-29" }, "2027-02-29 is not in the calendar. Choose an existing date."],
    ["startDate", { startDate: "1.3.2026" }, "Write the date as year-month-day, such as 2026-03-29."],
    ["startDate", { startDate: "9999-01-01" }, "Choose a year from 1970 to 2999."],
    [
      "skipDates.0",
      { skipDates: ["2026-13-01"] },
      "2026-13-01 is not in the calendar. Choose an existing date.",
    ],
    ["startDate", { count: 5 }, "Choose the date from which the episodes are counted."],
    ["count", { startDate: "2026-03-02", count: 0 }, "Plan at least one episode."],
    ["count", { startDate: "2026-03-02", count: 2.5 }, "Give the number of episodes as a whole number."],
    ["count", { startDate: "2026-03-02", count: 1e9 }, "Plan at most 10,000 episodes."],
    [
      "count",
      { startDate: "2026-03-02", endDate: "2026-04-01", count: 5 },
      "Choose either an end date or a number of episodes, not both.",
    ],
    [
      "endDate",
      { startDate: "2026-03-07", endDate: "2026-03-08" },
      "No date is left between start and end. Choose other weekdays, dates or pauses.",
    ],
    [
      "pauses.0.until",
      { pauses: [{ from: "2026-08-01" }] },
      "Say until when the pause lasts. To stop for good, set an end date instead.",
    ],
    [
      "pauses.0.until",
      { pauses: [{ from: "2026-08-01", until: "2999-12-31" }] },
      "A pause lasts a year at most. To stop for good, set an end date instead.",
    ],
    [
      "pauses.0.until",
      { pauses: [{ from: "2026-08-14", until: "2026-08-01" }] },
      "The pause ends before it begins.",
    ],
  ])("says what is wrong with %s: %o", (field, change, message) => {
    expect(complaint(field, change)).toBe(message);
  });

  it("refuses a weekday that does not exist", () => {
    expect(Cadence.safeParse({ ...GOOD, days: [0] }).success).toBe(false);
    expect(Cadence.safeParse({ ...GOOD, days: [8] }).success).toBe(false);
  });

  it("allows a pause of a leap year and 29 February", () => {
    expect(
      complaint("pauses.0.until", { pauses: [{ from: "2028-01-01", until: "2028-12-31" }] }),
    ).toBeUndefined();
    expect(complaint("startDate", { startDate: "2028-02-29" })).toBeUndefined();
  });
});
