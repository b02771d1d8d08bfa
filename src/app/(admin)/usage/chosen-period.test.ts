import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countDays,
  type PeriodSearch,
  periodQuery,
  readPeriod,
  sayPeriod,
  USAGE_PERIODS,
} from "./chosen-period.ts";

const read = (search: PeriodSearch, today = "2026-11-21") => readPeriod(search, today);

describe("a period by its name", () => {
  it("counts today in, over the ends of months and across clock changes", () => {
    expect(read({ period: "7" }, "2026-11-20")).toMatchObject({ from: "2026-11-14", until: "2026-11-20" });
    expect(read({ period: "30" }, "2026-04-12").from).toBe("2026-03-14");
    expect(read({ period: "90" }, "2026-01-01").from).toBe("2025-10-04");
  });

  it("is this month until today, or the whole of the last", () => {
    expect(read({ period: "month" }, "2026-02-28")).toMatchObject({
      from: "2026-02-01",
      until: "2026-02-28",
    });
    expect(read({ period: "month" }, "2026-03-01")).toMatchObject({
      from: "2026-03-01",
      until: "2026-03-01",
    });
    expect(read({ period: "last-month" }, "2024-03-31")).toMatchObject({
      from: "2024-02-01",
      until: "2024-02-29",
    });
    expect(read({ period: "last-month" }, "2026-01-15")).toMatchObject({
      from: "2025-12-01",
      until: "2025-12-31",
    });
  });

  it("has its days and ends today at the latest, on every day of a century", () => {
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...Object.keys(USAGE_PERIODS)), (at, period) => {
        const today = at.toISOString().slice(0, 10);
        const { name, from, until } = read({ period }, today);
        expect(name).toBe(period);
        expect(from <= until && until <= today).toBe(true);
        if (/\d/.test(period)) expect(countDays({ from, until })).toBe(Number(period));
        else expect(from.slice(0, 7)).toBe(until.slice(0, 7));
      }),
    );
  });

  it("is 30 days for whatever is no name", () => {
    for (const period of [undefined, "", "365", "toString", ["7"]])
      expect(read(period === undefined ? {} : { period })).toMatchObject({ name: "30", problem: null });
  });
});

describe("own dates", () => {
  it("go before a name", () => {
    expect(read({ period: "7", from: "2026-02-27", until: "2026-03-02" })).toEqual({
      name: null,
      from: "2026-02-27",
      until: "2026-03-02",
      problem: null,
    });
  });

  it("may be one alone, and end today at the latest", () => {
    expect(read({ from: "2026-11-01" })).toMatchObject({ from: "2026-11-01", until: "2026-11-21" });
    expect(read({ from: "", until: "2026-10-30" })).toMatchObject({
      from: "2026-10-01",
      until: "2026-10-30",
    });
    expect(read({ from: "2026-11-20", until: "2027-01-01" }).until).toBe("2026-11-21");
  });

  it("that can't be are told, and 30 days are shown", () => {
    const asked: [PeriodSearch, RegExp][] = [
      [{ from: "2026-11-05", until: "2026-11-04" }, /ends before/],
      [{ from: "2026-12-01" }, /not begun/],
      [{ from: "2023-01-01", until: "2026-01-01" }, /two years/],
      [{ from: "2026-02-30" }, /is no date/],
      [{ until: "'; drop" }, /is no date/],
    ];
    for (const [search, problem] of asked) {
      const period = read(search);
      expect(period.problem).toMatch(problem);
      expect(period.name).toBe("30");
    }
  });
});

it("stands in an address so that it is read again as it was", () => {
  for (const search of [{ period: "last-month" }, { from: "2026-01-01", until: "2026-01-31" }])
    expect(periodQuery(read(search))).toEqual(search);
});

it("is written without a year that goes without saying", () => {
  const say = (from: string, until: string) => sayPeriod({ from, until }, "2026-11-21");
  expect(say("2026-10-01", "2026-10-21")).toBe("1 – 21 Oct");
  expect(say("2026-10-25", "2026-11-03")).toBe("25 Oct – 3 Nov");
  expect(say("2025-12-25", "2026-01-03")).toBe("25 Dec 2025 – 3 Jan");
  expect(say("2025-12-25", "2025-12-31")).toBe("25 – 31 Dec 2025");
  expect(say("2026-11-21", "2026-11-21")).toBe("21 Nov");
});
