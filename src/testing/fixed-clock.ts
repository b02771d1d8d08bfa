import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "#platform/clock.ts";

export interface FixedClock extends Clock {
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is told to move, or until somebody waits by it: then the time has gone by at once. */
export function fixedClock(start: Date | string = "2026-11-20T06:30:00Z"): FixedClock {
  let instant = new Date(start);
  const advance = (milliseconds: number) => {
    instant = new Date(instant.getTime() + milliseconds);
  };
  return {
    now: () => new Date(instant),
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      advance(milliseconds);
      // What else is ready goes on first, so that a loop of waits can't keep everything to itself.
      await turn();
      signal?.throwIfAborted();
    },
    set: (next) => {
      instant = new Date(next);
    },
    advance,
  };
}
