import { describe, expect, it } from "vitest";
import { previewCadence } from "./preview-cadence.ts";

const NOW = new Date("2026-03-26T12:00:00Z");
const BERLIN = { days: [1, 2, 3, 4, 5, 6, 7], time: "02:30", timeZone: "europe/berlin" };

describe("previewCadence", () => {
  it("shows the sentence and the next ten dates, with what clock changes do to them", () => {
    const outcome = previewCadence(BERLIN, NOW);
    if (!("preview" in outcome)) throw new Error("the cadence was refused");
    const { sentence, timeZone, occurrences } = outcome.preview;
    expect(sentence).toBe("Every day at 02:30, Berlin time.");
    expect(timeZone).toBe("Europe/Berlin");
    expect(occurrences).toHaveLength(10);
    expect(occurrences.slice(1, 4)).toEqual([
      { key: "2026-03-28", slotAt: new Date("2026-03-28T01:30:00Z"), clockChange: null },
      {
        key: "2026-03-29",
        slotAt: new Date("2026-03-29T01:30:00Z"),
        clockChange:
          "Clocks go forward by an hour on Sun 29 Mar; 02:30 does not exist that day, so it runs at 03:30.",
      },
      { key: "2026-03-30", slotAt: new Date("2026-03-30T00:30:00Z"), clockChange: null },
    ]);
  });

  it("shows fewer dates when the cadence ends before", () => {
    const outcome = previewCadence({ ...BERLIN, endDate: "2026-03-28" }, NOW);
    expect("preview" in outcome && outcome.preview.occurrences.map(({ key }) => key)).toEqual([
      "2026-03-27",
      "2026-03-28",
    ]);
  });

  it("says what is wrong, by field", () => {
    const outcome = previewCadence(
      { days: [], time: "24:00", timeZone: "UTC", pauses: [{ from: "2026-08-01" }] },
      NOW,
    );
    expect(outcome).toEqual({
      fields: {
        days: "Choose at least one weekday.",
        time: "Choose a time from 00:00 to 23:59, written as hours and minutes, such as 07:30.",
        "pauses.0.until": "Say until when the pause lasts. To stop for good, set an end date instead.",
      },
    });
  });

  it("goes by the local date of the zone when it leaves out what is over", () => {
    const pauses = [{ from: "2026-03-20", until: "2026-03-26" }];
    const sentence = (timeZone: string) => {
      const outcome = previewCadence({ ...BERLIN, timeZone, pauses }, NOW);
      return "preview" in outcome && outcome.preview.sentence;
    };
    expect(sentence("Pacific/Kiritimati")).toBe("Every day at 02:30, Kiritimati time.");
    expect(sentence("UTC")).toBe("Every day at 02:30, UTC; paused 20–26 March.");
  });
});
