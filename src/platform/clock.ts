import { setTimeout as delay } from "node:timers/promises";

/**
 * Where "now" comes from, and waiting. Domain code never calls `Date.now()` or sets a timer: it is handed a clock, so that tests can
 * fix it.
 */
export interface Clock {
  now(): Date;
  /** Resolves when so much time has gone by. @throws the signal's reason, as soon as it says stop */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  wait: async (milliseconds, signal) => {
    signal?.throwIfAborted();
    // Node's own rejection says AbortError, whatever the reason was.
    await delay(milliseconds, undefined, { signal }).catch(() => signal?.throwIfAborted());
  },
};
