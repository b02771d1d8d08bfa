import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { findRequestInWork } from "./internal/find-request-in-work.ts";
import { lockRun } from "./internal/lock-run.ts";
import type { QueueStatus } from "./states.ts";

/** Which runs may be put back to their beginning, and what is said of the others. */
export interface Restart {
  queueId: string;
  mayRestart(status: QueueStatus): boolean;
  otherwise: string;
}

/**
 * Puts a run that no worker holds back into the queue, to be taken at once; its attempts count from one again, its history stays. The
 * row stays locked until the transaction ends.
 *
 * @returns the run as it was
 * @throws AppError NOT_FOUND, or CONFLICT when the run may not, or another requested run of its project is in work
 */
export async function restartRun(ctx: TxCtx, { queueId, mayRestart, otherwise }: Restart) {
  const { tx, organizationId } = ctx;
  const run = await lockRun(ctx, queueId);
  if (!mayRestart(run.status)) throw new AppError("CONFLICT", otherwise);
  if (run.project.deletedAt !== null) throw new AppError("CONFLICT", "The project was removed.");
  const other = await findRequestInWork(ctx, run.projectId);
  if (run.trigger === "REQUEST" && other && other.id !== run.id) {
    throw new AppError(
      "CONFLICT",
      "Another requested run of this project is in work. Wait for its end, or cancel it.",
    );
  }
  await tx.episodeScheduleQueue.update({
    where: { organizationId_id: { organizationId, id: run.id } },
    data: {
      status: "PENDING",
      availableAt: ctx.clock.now(),
      attempts: 0,
      workerDeaths: 0,
      reason: null,
      heldAt: null,
      holdKind: null,
      heldForNanos: null,
      waitingSince: null,
      readyAt: null,
      finishedAt: null,
      cancelRequestedAt: null,
    },
  });
  return run;
}
