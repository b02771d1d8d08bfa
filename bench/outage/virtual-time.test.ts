import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { virtualTime } from "./virtual-time.ts";

const START = new Date("2026-11-20T06:00:00Z");

describe("virtual time", () => {
  it("goes by while all wait, in the order of their instants, and not while one is at work", async () => {
    const { clock, run } = virtualTime(START);
    const seen: string[] = [];
    const secondsIn = () => (clock.now().getTime() - START.getTime()) / 1000;
    await Promise.all([
      run(async () => {
        await clock.wait(60_000);
        seen.push(`long ${secondsIn()}`);
      }),
      run(async () => {
        for (let round = 0; round < 3; round += 1) {
          await clock.wait(10_000);
          // Real work, in which the others' time stands still.
          await delay(5);
          seen.push(`short ${secondsIn()}`);
        }
      }),
    ]);
    expect(seen).toEqual(["short 10", "short 20", "short 30", "long 60"]);
  });

  it("ends a wait with the reason of its signal, and forgets it", async () => {
    const { clock, run } = virtualTime(START);
    const stop = new AbortController();
    const waiting = run(() => clock.wait(60_000, stop.signal));
    const other = run(async () => {
      await clock.wait(1_000);
      stop.abort(new Error("enough"));
      await clock.wait(1_000);
    });
    await expect(waiting).rejects.toThrow("enough");
    await other;
    expect(clock.now()).toEqual(new Date("2026-11-20T06:00:02Z"));
  });
});
