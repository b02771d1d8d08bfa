import { expect, it } from "vitest";
import { periodStart, readPeriod } from "./usage-period.ts";

it("counts today in, over the ends of months and across clock changes", () => {
  expect(periodStart("7", "2026-11-20")).toBe("2026-11-14");
  expect(periodStart("30", "2026-04-12")).toBe("2026-03-14");
  expect(periodStart("90", "2026-01-01")).toBe("2025-10-04");
  expect(periodStart("month", "2026-02-28")).toBe("2026-02-01");
});

it("takes 30 days for whatever it does not know", () => {
  for (const asked of [undefined, "", "365", "toString", ["7"]]) expect(readPeriod(asked)).toBe("30");
  expect(readPeriod("month")).toBe("month");
});
