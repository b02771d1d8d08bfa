import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { findStopped } from "#domain/schedule/find-stopped.ts";
import { releaseLease } from "#domain/schedule/release-lease.ts";
import { renewLease } from "#domain/schedule/renew-lease.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import type { System } from "#platform/system.ts";

export interface RunsInHand {
  /** Takes as many due runs as there is room for, and starts on them. */
  takeMore(): Promise<void>;
  /** Prolongs every lease; a run that was lost or cancelled is told to stop. */
  renew(): Promise<void>;
  /** Tells the runs to stop that somebody has cancelled, or another worker has taken, since they were renewed. */
  stopCancelled(): Promise<void>;
  /** Lets every run come to its next boundary, then breaks off what is left, and gives back what is not finished. */
  giveBack(): Promise<void>;
}

/** How a run is told to stop, and tells that it only waits for a model. */
export interface Hold {
  /** At once, in the middle of a call. */
  signal: AbortSignal;
  /** At the next boundary. */
  leaving: AbortSignal;
  onWaiting(isWaiting: boolean): void;
}

interface Options {
  workerId: string;
  /** The most runs at a time. */
  capacity: number;
  /** The most runs at a time that do not wait for a model: they share one processor. */
  busyCapacity: number;
  /** The most runs of one organization in work, over all workers. */
  organizationConcurrency: number;
  /** How long calls under way may take to end when the worker is told to stop: they are paid for. */
  leaveWithinMs: number;
  work(run: ClaimedRun, hold: Hold): Promise<void>;
  log: Logger;
}

interface Held {
  stopping: AbortController;
  leaving: AbortController;
  isWaiting: boolean;
  ended: Promise<void>;
}

/** The runs that this worker holds a lease on. Losing one is expected: the fencing token keeps a late write out. */
export function runsInHand(system: System, options: Options): RunsInHand {
  const held = new Map<ClaimedRun, Held>();
  const { workerId, capacity, busyCapacity, organizationConcurrency, leaveWithinMs, work, log } = options;

  const begin = (run: ClaimedRun) => {
    const began = performance.now();
    const ids = { queueId: run.queueId, occurrenceKey: run.occurrenceKey, attempt: run.attempt };
    const own: Held = {
      stopping: new AbortController(),
      leaving: new AbortController(),
      isWaiting: false,
      ended: Promise.resolve(),
    };
    const hold: Hold = {
      signal: own.stopping.signal,
      leaving: own.leaving.signal,
      onWaiting: (isWaiting) => {
        own.isWaiting = isWaiting;
      },
    };
    held.set(run, own);
    own.ended = work(run, hold)
      .then(() => log.info({ ...ids, durationMs: Math.round(performance.now() - began) }, "run left"))
      .catch((error: unknown) => log.error({ ...ids, err: error }, "run broke off; its lease will be swept"))
      .finally(() => held.delete(run));
    log.info(ids, "run claimed");
  };

  return {
    takeMore: async () => {
      const busy = [...held.values()].filter(({ isWaiting }) => !isWaiting).length;
      const size = Math.min(capacity - held.size, busyCapacity - busy);
      if (size <= 0) return;
      for (const run of await claimBatch(system, { workerId, size, organizationConcurrency })) begin(run);
    },
    renew: async () => {
      for (const [run, { stopping }] of held) {
        if ((await renewLease(system, run)) !== "held") stopping.abort();
      }
    },
    stopCancelled: async () => {
      for (const run of await findStopped(system, [...held.keys()])) held.get(run)?.stopping.abort();
    },
    giveBack: async () => {
      const left = [...held];
      for (const [, { leaving }] of left) leaving.abort();
      const ended = Promise.all(left.map((each) => each[1].ended));
      const enough = new AbortController();
      await Promise.race([
        ended.then(() => enough.abort()),
        delay(leaveWithinMs, undefined, { signal: enough.signal }).catch(() => undefined),
      ]);
      for (const [, { stopping }] of left) stopping.abort();
      await ended;
      for (const [run] of left) await releaseLease(system, run);
    },
  };
}
