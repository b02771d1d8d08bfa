import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { lockRun } from "./internal/lock-run.ts";
import { canMove, type QueueStatus } from "./states.ts";

const REASON = "Cancelled by an editor.";

/** Why a run in one of these statuses can't be cancelled. */
const TOO_LATE: Partial<Record<QueueStatus, string>> = {
  PUBLISHED: "The episode is published already.",
};

/**
 * Cancels a run. One that waits, for a worker or for its slot, ends at once; one that is being written is asked to stop, and its worker ends it within
 * `RENEW_EVERY_SECONDS`. Asked twice, it answers the same.
 *
 * @returns the status now: `CANCELLED`, or `GENERATING` while the worker is still stopping
 * @throws AppError NOT_FOUND, or CONFLICT when the run has come to another end
 */
export const cancelRun = command(
  { needs: "run.request", input: z.object({ queueId: z.string() }) },
  async (ctx, { queueId }): Promise<{ status: QueueStatus }> => {
    const run = await lockRun(ctx, queueId);
    if (run.status === "CANCELLED") return { status: "CANCELLED" };
    if (!canMove(run.status, "CANCELLED")) {
      throw new AppError("CONFLICT", TOO_LATE[run.status] ?? "The run has come to an end already.");
    }
    const now = ctx.clock.now();
    const isRunning = run.status === "GENERATING";
    await ctx.tx.episodeScheduleQueue.update({
      where: { organizationId_id: { organizationId: ctx.organizationId, id: run.id } },
      data: isRunning
        ? { cancelRequestedAt: now, reason: REASON }
        : {
            status: "CANCELLED",
            finishedAt: now,
            heldAt: null,
            holdKind: null,
            heldForNanos: null,
            reason: REASON,
          },
    });
    // One that was ready for its slot leaves no gap in the numbers of the series.
    await ctx.tx.episode.updateMany({
      where: { organizationId: ctx.organizationId, queueId: run.id, status: "READY" },
      data: { status: "ABANDONED", abandonedAt: now, number: null },
    });
    await recordAudit(ctx, {
      action: "run.cancel",
      targetType: "run",
      targetId: run.id,
      before: { status: run.status },
    });
    await recordEvent(ctx, { type: "run_cancelled", data: { queueId: run.id }, projectId: run.projectId });
    return { status: isRunning ? "GENERATING" : "CANCELLED" };
  },
);
