import type { Logger } from "pino";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { releaseLease } from "#domain/schedule/release-lease.ts";
import { renewLease } from "#domain/schedule/renew-lease.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import type { System } from "#platform/system.ts";

export interface RunsInHand {
  /** Takes as many due runs as there is room for, and starts on them. */
  takeMore(): Promise<void>;
  /** Prolongs every lease; a run that was lost or cancelled is told to stop. */
  renew(): Promise<void>;
  /** Tells every run to stop at its next phase boundary and gives back what is not finished. */
  giveBack(): Promise<void>;
}

interface Options {
  workerId: string;
  /** The most runs at a time. */
  capacity: number;
  /** Writes one run; stops at the next phase boundary once the signal says so. */
  work(run: ClaimedRun, signal: AbortSignal): Promise<void>;
  log: Logger;
}

/** The runs that this worker holds a lease on. Losing one is expected: the fencing token keeps a late write out. */
export function runsInHand(system: System, options: Options): RunsInHand {
  const held = new Map<ClaimedRun, { stopping: AbortController; ended: Promise<void> }>();
  const { workerId, capacity, work, log } = options;

  const begin = (run: ClaimedRun) => {
    const stopping = new AbortController();
    const began = performance.now();
    const ids = { queueId: run.queueId, occurrenceKey: run.occurrenceKey, attempt: run.attempt };
    const ended = work(run, stopping.signal)
      .then(() => log.info({ ...ids, durationMs: Math.round(performance.now() - began) }, "run left"))
      .catch((error: unknown) => log.error({ ...ids, err: error }, "run broke off; its lease will be swept"))
      .finally(() => held.delete(run));
    held.set(run, { stopping, ended });
    log.info(ids, "run claimed");
  };

  return {
    takeMore: async () => {
      const size = capacity - held.size;
      if (size <= 0) return;
      for (const run of await claimBatch(system, { workerId, size })) begin(run);
    },
    renew: async () => {
      for (const [run, { stopping }] of held) {
        if ((await renewLease(system, run)) !== "held") stopping.abort();
      }
    },
    giveBack: async () => {
      const left = [...held];
      for (const [, { stopping }] of left) stopping.abort();
      await Promise.all(left.map(([, { ended }]) => ended));
      for (const [run] of left) await releaseLease(system, run);
    },
  };
}
