import { describe, expect, it } from "vitest";
import { findTimeZone, timeZoneChoices } from "./time-zones.ts";

describe("timeZoneChoices", () => {
  const choices = timeZoneChoices(new Date("2026-07-01T00:00:00Z"));

  it("offers every zone once, under the name it is stored by, from west to east", () => {
    expect(new Set(choices.map(({ timeZone }) => timeZone)).size).toBe(choices.length);
    expect(choices.length).toBeGreaterThanOrEqual(Intl.supportedValuesOf("timeZone").length);
    expect(choices.filter(({ timeZone }) => findTimeZone(timeZone) !== timeZone)).toEqual([]);
    const offsets = choices.map(({ offsetMinutes }) => offsetMinutes);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  });

  it("shows the city and the offset of the day", () => {
    const shown = (timeZone: string) => {
      const choice = choices.find((candidate) => candidate.timeZone === timeZone);
      return choice && [choice.city, choice.offsetName];
    };
    expect(shown("Europe/Berlin")).toEqual(["Berlin", "UTC+2"]);
    expect(shown("Asia/Kathmandu")).toEqual(["Kathmandu", "UTC+5:45"]);
    expect(shown("America/St_Johns")).toEqual(["St Johns", "UTC−2:30"]);
    expect(shown("UTC")).toEqual(["UTC", "UTC"]);
  });
});
