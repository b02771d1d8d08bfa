import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { findRequestInWork } from "./internal/find-request-in-work.ts";
import { lockRun } from "./internal/lock-run.ts";
import { canMove } from "./states.ts";

/**
 * Has a run tried again at once: one that failed, was put aside, held, cancelled or skipped, or that waits for its next attempt. Its
 * attempts count from one again; its history stays.
 *
 * @throws AppError NOT_FOUND, or CONFLICT when there is nothing to try again, or another requested run of the project is in work
 */
export const retryRun = command(
  { needs: "run.request", input: z.object({ queueId: z.string() }) },
  async (ctx, { queueId }): Promise<{ queueId: string }> => {
    const { tx, organizationId } = ctx;
    const run = await lockRun(ctx, queueId);
    // Its worker may give a run back; a person may not take it away.
    if (run.status === "GENERATING" || !canMove(run.status, "PENDING")) {
      throw new AppError(
        "CONFLICT",
        "The run is under way or its episode is written: there is nothing to retry.",
      );
    }
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
        finishedAt: null,
        cancelRequestedAt: null,
      },
    });
    await recordAudit(ctx, {
      action: "run.retry",
      targetType: "run",
      targetId: run.id,
      before: { status: run.status, reason: run.reason },
    });
    await recordEvent(ctx, { type: "run_retried", data: { queueId: run.id }, projectId: run.projectId });
    return { queueId: run.id };
  },
);
