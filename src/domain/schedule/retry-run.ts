import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { restartRun } from "./restart-run.ts";
import { mayRetry } from "./states.ts";

/**
 * Has a run tried again at once: one that failed, was put aside, held, cancelled or skipped, or that waits for its next attempt. Its
 * attempts count from one again; its history stays.
 *
 * @throws AppError NOT_FOUND, or CONFLICT when there is nothing to try again, or another requested run of the project is in work
 */
export const retryRun = command(
  { needs: "run.request", input: z.object({ queueId: z.string() }) },
  async (ctx, { queueId }): Promise<{ queueId: string }> => {
    const run = await restartRun(ctx, {
      queueId,
      mayRestart: mayRetry,
      otherwise: "The run is under way or its episode is written: there is nothing to retry.",
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
