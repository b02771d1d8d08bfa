import { describe, expect, it } from "vitest";
import { Cadence } from "./cadence.ts";
import { describeCadence } from "./describe-cadence.ts";

const GOOD = { days: [1, 2, 3, 4, 5], time: "07:30", timeZone: "Europe/Berlin" };

describe("describeCadence", () => {
  it.each([
    [{}, "Every weekday at 07:30, Berlin time."],
    [{ days: [1, 2, 3, 4, 5, 6, 7], timeZone: "UTC" }, "Every day at 07:30, UTC."],
    [{ days: [6, 7], timeZone: "America/New_York" }, "Every Saturday and Sunday at 07:30, New York time."],
    [{ days: [3], timeZone: "Etc/GMT+5" }, "Every Wednesday at 07:30, UTC−5."],
    [
      { days: [1, 3, 5], timeZone: "America/Argentina/Buenos_Aires" },
      "Every Monday, Wednesday and Friday at 07:30, Buenos Aires time.",
    ],
    [
      { endDate: "2027-03-31", pauses: [{ from: "2026-08-01", until: "2026-08-14" }] },
      "Every weekday at 07:30, Berlin time, until 31 March 2027; paused 1–14 August.",
    ],
    [
      { startDate: "2026-09-07", count: 12 },
      "Every weekday at 07:30, Berlin time, from 7 September 2026, for 12 episodes.",
    ],
    [
      { startDate: "2026-09-07", count: 1 },
      "Every weekday at 07:30, Berlin time, from 7 September 2026, for one episode.",
    ],
    [{ startDate: "2026-01-05" }, "Every weekday at 07:30, Berlin time."],
    [
      {
        pauses: [
          { from: "2026-12-24", until: "2027-01-03" },
          { from: "2026-07-28", until: "2026-08-03" },
          { from: "2026-10-03", until: "2026-10-03" },
          { from: "2026-01-01", until: "2026-05-31" },
        ],
      },
      "Every weekday at 07:30, Berlin time; paused 28 July – 3 August, 3 October and 24 December 2026 – 3 January 2027.",
    ],
    [
      { skipDates: ["2026-12-24", "2027-05-01", "2026-01-06"] },
      "Every weekday at 07:30, Berlin time; except 24 December and 1 May 2027.",
    ],
    [
      { skipDates: ["2026-07-01", "2026-07-02", "2026-07-03", "2026-07-06"] },
      "Every weekday at 07:30, Berlin time; except on 4 dates.",
    ],
  ])("%o", (change, sentence) => {
    expect(describeCadence(Cadence.parse({ ...GOOD, ...change }), "2026-06-01")).toBe(sentence);
  });
});
