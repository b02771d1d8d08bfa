import { describe, expect, it } from "vitest";
import { fixedClock } from "#testing/fixed-clock.ts";
import { systemClock } from "./clock.ts";

describe.each([
  ["the system's clock", systemClock],
  ["a fixed clock", fixedClock()],
])("waiting by %s", (_, clock) => {
  it("ends when the time has gone by", async () => {
    const before = clock.now().getTime();
    await clock.wait(5);
    // A timer may fire within the millisecond before its time.
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(4);
  });

  it("is given up with the signal's own reason, before and in the middle", async () => {
    const reason = new Error("the lease was lost");
    await expect(clock.wait(1_000_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    const stopping = new AbortController();
    const waiting = systemClock.wait(1_000_000, stopping.signal);
    stopping.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});
