import type { Clock } from "#platform/clock.ts";

/** A clock that many tasks wait by together. */
export interface VirtualTime {
  clock: Clock;
  /** Runs a task by this clock: time stands still while it is at work, and moves on once every task waits. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

interface Waiter {
  at: number;
  wake(): void;
}

/**
 * Time that goes by only while all tasks wait for it: real work (the database, the network) takes none. A wait counts for the task that
 * is held up by it, also when somebody else waits in its place, such as a server that lets it wait for an answer; so a task must wait for
 * one thing at a time.
 */
export function virtualTime(start: Date): VirtualTime {
  let now = start.getTime();
  let running = 0;
  const waiters = new Set<Waiter>();

  function moveOn(): void {
    if (running === 0 || waiters.size < running) return;
    const next = Math.min(...[...waiters].map(({ at }) => at));
    now = Math.max(now, next);
    for (const waiter of [...waiters]) {
      if (waiter.at > now) continue;
      waiters.delete(waiter);
      waiter.wake();
    }
  }

  const wait = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        waiters.delete(waiter);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        at: now + Math.max(0, milliseconds),
        wake: () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        },
      };
      signal?.addEventListener("abort", stop, { once: true });
      waiters.add(waiter);
      // Others that are to wait as well come to it first.
      setImmediate(moveOn);
    });

  return {
    clock: { now: () => new Date(now), wait },
    run: async (task) => {
      running += 1;
      try {
        return await task();
      } finally {
        running -= 1;
        setImmediate(moveOn);
      }
    },
  };
}
