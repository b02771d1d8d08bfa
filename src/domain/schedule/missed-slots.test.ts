import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MissedSlotPolicy, missedSlots } from "./missed-slots.ts";

const NOW = new Date("2026-05-08T07:00:00Z");

function slot(key: string, time = "07:30") {
  return { key, slotAt: new Date(`${key}T${time}:00Z`) };
}

const MISSED = [slot("2026-05-05"), slot("2026-05-06"), slot("2026-05-07")];
const ON_TIME = slot("2026-05-08");

function plan(policy: MissedSlotPolicy, due: ReturnType<typeof slot>[]) {
  const { enqueue, skip } = missedSlots(policy, due, NOW);
  return {
    enqueue: enqueue.map(({ key, startAt }) => [key, (startAt.getTime() - NOW.getTime()) / 60_000]),
    skip: skip.map(({ key }) => key),
  };
}

describe("missedSlots", () => {
  it("LATEST runs the newest missed slot and skips the older ones", () => {
    expect(plan("LATEST", MISSED)).toEqual({
      enqueue: [["2026-05-07", 0]],
      skip: ["2026-05-05", "2026-05-06"],
    });
  });

  it("LATEST runs only the one on time when there is one", () => {
    expect(plan("LATEST", [...MISSED, ON_TIME])).toEqual({
      enqueue: [["2026-05-08", 0]],
      skip: ["2026-05-05", "2026-05-06", "2026-05-07"],
    });
  });

  it("ALL runs the missed ones a quarter of an hour apart, behind the one on time", () => {
    expect(plan("ALL", [...MISSED, ON_TIME])).toEqual({
      enqueue: [
        ["2026-05-05", 15],
        ["2026-05-06", 30],
        ["2026-05-07", 45],
        ["2026-05-08", 0],
      ],
      skip: [],
    });
  });

  it("SKIP runs nothing that was missed", () => {
    expect(plan("SKIP", MISSED)).toEqual({ enqueue: [], skip: ["2026-05-05", "2026-05-06", "2026-05-07"] });
  });

  it("takes a slot of a few minutes ago for on time, under every policy", () => {
    for (const policy of ["LATEST", "ALL", "SKIP"] as const) {
      expect(plan(policy, [slot("2026-05-08", "06:45")])).toEqual({ enqueue: [["2026-05-08", 0]], skip: [] });
      expect(plan(policy, [slot("2026-05-08", "06:44")]).skip).toEqual(
        policy === "SKIP" ? ["2026-05-08"] : [],
      );
    }
  });

  it("loses no slot, runs none twice and starts at most one missed slot at once", () => {
    const policies = fc.constantFrom<MissedSlotPolicy>("LATEST", "ALL", "SKIP");
    const minutesFromNow = fc.uniqueArray(fc.integer({ min: -100_000, max: 60 }), { maxLength: 80 });
    fc.assert(
      fc.property(policies, minutesFromNow, (policy, minutes) => {
        const due = minutes
          .sort((a, b) => a - b)
          .map((minute) => ({ key: String(minute), slotAt: new Date(NOW.getTime() + minute * 60_000) }));
        const { enqueue, skip } = missedSlots(policy, due, NOW);
        const all = [...enqueue, ...skip].map(({ key }) => Number(key)).sort((a, b) => a - b);
        expect(all).toEqual(minutes);
        const missed = enqueue.filter(({ slotAt }) => slotAt.getTime() < NOW.getTime() - 15 * 60_000);
        expect(new Set(missed.map(({ startAt }) => startAt.getTime())).size).toBe(missed.length);
      }),
    );
  });
});
