import { describe, expect, it } from "vitest";
import { sayTimeLeft, timeLeft } from "./time-left.ts";

const EXPECTED = { GATHER: 2, OUTLINE: 10, WRITE: 40, CHECK: 8, FINISH: 1 };
const now = new Date("2026-11-20T06:30:30Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe("the time left of a run", () => {
  it("is what its phases take otherwise, less what is done and what the present one has taken", () => {
    expect(timeLeft([], EXPECTED, now)).toBe(61_000);
    const done = { status: "DONE", startedAt: ago(50), finishedAt: ago(48) } as const;
    const begun = [
      { phase: "GATHER", ...done },
      { phase: "OUTLINE", ...done },
      { phase: "WRITE", status: "RUNNING", startedAt: ago(15), finishedAt: null },
    ] as const;
    expect(timeLeft(begun, EXPECTED, now)).toBe(25_000 + 9_000);
  });

  it("never falls to nothing while a phase takes longer than expected, and counts a failed one anew", () => {
    const late = { phase: "WRITE", status: "RUNNING", startedAt: ago(900), finishedAt: null } as const;
    expect(timeLeft([late], EXPECTED, now)).toBe(2_000 + 10_000 + 4_000 + 9_000);
    const failed = { phase: "WRITE", status: "FAILED", startedAt: ago(900), finishedAt: ago(1) } as const;
    expect(timeLeft([failed], EXPECTED, now)).toBe(61_000);
  });

  it("is told as roughly as it is known", () => {
    const told = [1_000, 38_000, 61_000, 130_000, 500_000, 1_400_000].map(sayTimeLeft);
    expect(told).toEqual([
      "a few seconds left",
      "about 40 s left",
      "about 65 s left",
      "about 2 minutes left",
      "about 8 minutes left",
      "about 25 minutes left",
    ]);
  });
});
