import { describe, expect, it } from "vitest";
import { formatBytes } from "./format-bytes.ts";
import { formatClock } from "./format-clock.ts";
import { formatCompact, formatCount, formatPlural } from "./format-count.ts";
import { formatDate, formatDay } from "./format-date.ts";
import { formatDuration } from "./format-duration.ts";
import { formatInstant, formatTime } from "./format-instant.ts";
import { formatLanguage } from "./format-language.ts";
import { formatMoney, formatPrice } from "./format-money.ts";
import { formatRelative } from "./format-relative.ts";
import { zoneCity } from "./zone-city.ts";

const at = new Date("2026-11-20T06:30:01Z");

describe("an instant", () => {
  it("is written as the clock of the zone shows it, and names the zone", () => {
    expect(formatInstant(at, "Europe/Berlin")).toBe("Fri 20 Nov, 07:30 Berlin");
    expect(formatInstant(at, "Asia/Kathmandu")).toBe("Fri 20 Nov, 12:15 Kathmandu");
    expect(formatInstant(at, "America/Los_Angeles", "long")).toBe(
      "Thursday 19 November 2026, 22:30 Los Angeles",
    );
    expect(formatInstant(at, "Europe/Berlin", "exact")).toBe("Fri 20 Nov 2026, 07:30:01 Europe/Berlin");
  });

  it("has hours from 00 to 23, midnight included", () => {
    expect(formatTime(new Date("2026-11-19T23:00:00Z"), "Europe/Berlin")).toBe("00:00");
    expect(formatTime(at, "Europe/Berlin", true)).toBe("07:30:01");
  });

  it("relative to now is one rounded unit, before or after", () => {
    const from = (seconds: number) => formatRelative(new Date(at.getTime() + seconds * 1000), at);
    expect(from(-2)).toBe("just now");
    expect(from(3)).toBe("in a moment");
    expect(from(40)).toBe("in 40 seconds");
    expect(from(3_598)).toBe("in 1 hour");
    expect(from(-170)).toBe("3 minutes ago");
    expect(from(3 * 3600 + 60)).toBe("in 3 hours");
    expect(from(-90_000)).toBe("1 day ago");
    expect(from(40 * 86_400)).toBe("in 1 month");
  });
});

it("a local date keeps its day in every zone of the server", () => {
  expect(formatDate("2026-11-20")).toBe("Fri 20 Nov");
  expect(formatDate("2026-11-20", "long")).toBe("Friday 20 November 2026");
  expect(formatDate("2024-02-29", "medium")).toBe("Thu 29 Feb 2024");
  expect(formatDay("2026-03-01")).toBe("1 Mar");
});

it("a duration shows the two units that matter", () => {
  const cases: [number, string][] = [
    [0, "0 ms"],
    [420, "420 ms"],
    [2_140, "2.1 s"],
    [9_960, "10 s"],
    [59_600, "1 min"],
    [185_000, "3 min 5 s"],
    [4_320_000, "1 h 12 min"],
    [90_000_000, "1 d 1 h"],
  ];
  for (const [milliseconds, text] of cases) expect(formatDuration(milliseconds)).toBe(text);
});

it("counts are grouped, compact or with their noun", () => {
  expect(formatCount(4_210_338)).toBe("4,210,338");
  expect(formatCompact(4_210_338)).toBe("4.21M");
  expect(formatPlural(1, "episode")).toBe("1 episode");
  expect(formatPlural(1200, "episode")).toBe("1,200 episodes");
  expect(formatPlural(0, "reply", "replies")).toBe("0 replies");
});

it("money never rounds a cost to nothing", () => {
  expect(formatMoney(0n)).toBe("$0.00");
  expect(formatMoney(110_000_000n)).toBe("$0.11");
  expect(formatMoney(4_321_000n)).toBe("$0.0043");
  expect(formatMoney(41_870_000_000n)).toBe("$41.87");
  expect([0n, 1n, 75_000_000n, 2_500_000_000n, 100_000_000_000_000n].map(formatPrice)).toEqual([
    "$0.00",
    "$0.000000001",
    "$0.075",
    "$2.50",
    "$100,000.00",
  ]);
});

it("sizes use decimal units", () => {
  expect(formatBytes(812)).toBe("812 B");
  expect(formatBytes(3_449)).toBe("3.4 kB");
  expect(formatBytes(999_600)).toBe("1.0 MB");
  expect(formatBytes(20_000_000)).toBe("20 MB");
});

it("a zone is named by its city", () => {
  expect(zoneCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(zoneCity("UTC")).toBe("UTC");
});

it("a place in a recording is minutes and seconds, with hours where there are any", () => {
  expect(formatClock(0)).toBe("0:00");
  expect(formatClock(127_900)).toBe("2:07");
  expect(formatClock(3_753_000)).toBe("1:02:33");
});

it("a language is named, and a tag that means nothing is left as it is", () => {
  expect(formatLanguage("de")).toBe("German");
  expect(formatLanguage("not a tag")).toBe("not a tag");
});
