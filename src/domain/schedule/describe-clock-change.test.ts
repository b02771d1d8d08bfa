import { expect, it } from "vitest";
import { describeClockChange } from "./describe-clock-change.ts";

it.each([
  [
    { date: "2026-03-29", minutes: 60, wallTime: "once", localTime: "07:30" },
    "07:30",
    "Clocks go forward by an hour on Sun 29 Mar.",
  ],
  [
    { date: "2026-03-29", minutes: 60, wallTime: "skipped", localTime: "03:30" },
    "02:30",
    "Clocks go forward by an hour on Sun 29 Mar; 02:30 does not exist that day, so it runs at 03:30.",
  ],
  [
    { date: "2026-04-05", minutes: -30, wallTime: "repeated", localTime: "01:45" },
    "01:45",
    "Clocks go back by 30 minutes on Sun 5 Apr; 01:45 comes twice that day, and it runs the first time.",
  ],
  [
    { date: "2026-10-25", minutes: -120, wallTime: "once", localTime: "07:30" },
    "07:30",
    "Clocks go back by 2 hours on Sun 25 Oct.",
  ],
  [
    { date: "2011-12-31", minutes: 1440, wallTime: "once", localTime: "07:30" },
    "07:30",
    "Clocks go forward by a day on Sat 31 Dec.",
  ],
] as const)("says %o", (mark, time, sentence) => {
  expect(describeClockChange(mark, time)).toBe(sentence);
});
