import { expect, it } from "vitest";
import { readCadence } from "./read-cadence.ts";

it("reads what a form or a query string holds, and leaves out what is empty", () => {
  const form = new URLSearchParams(
    "days=1&days=3&time=07:30&timeZone=Europe/Berlin&startDate=&ends=never&endDate=2027-01-01&pauseFrom=&pauseUntil=",
  );
  expect(readCadence(form)).toEqual({
    days: [1, 3],
    time: "07:30",
    timeZone: "Europe/Berlin",
    skipDates: [],
  });
});

it("keeps the one end that was chosen, and a half-typed pause so that it can be refused", () => {
  const form = new URLSearchParams(
    "time=&ends=count&endDate=2027-01-01&count=12&pauseFrom=2026-12-24&pauseUntil=&pauseFrom=&pauseUntil=&skipDates=2026-12-31",
  );
  expect(readCadence(form)).toMatchObject({
    days: [],
    time: "",
    count: 12,
    pauses: [{ from: "2026-12-24" }],
    skipDates: ["2026-12-31"],
  });
  expect(readCadence(form).endDate).toBeUndefined();
});

it("hands on an end date or a count that was chosen and not given, to be asked for", () => {
  expect(readCadence(new URLSearchParams("ends=date")).endDate).toBe("");
  expect(readCadence(new URLSearchParams("ends=count")).count).toBeNaN();
});
