import { recordEvent } from "#domain/activity/record-event.ts";
import { moveStatus, type RunOutcome } from "#domain/schedule/move-status.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import type { TxCtx } from "#platform/context.ts";
import { learnLeadTime } from "../../learn-lead-time.ts";

/** The run has come to an end, or belongs to somebody else: unwind and write nothing more. */
export class RunEnded extends Error {}

/**
 * Ends the attempt in the transaction of `ctx`. Where no episode will come of it, what was begun is put aside; where
 * people should know, an event says so.
 */
export async function endRun(ctx: TxCtx, run: ClaimedRun, outcome: RunOutcome): Promise<void> {
  const status = await moveStatus(ctx, run, outcome);
  if (status === "lost") throw new RunEnded();
  const { queueId, projectId } = run;
  if (status === "READY") await learnLeadTime(ctx, { projectId });
  if (status === "SKIPPED" && outcome.to === "SKIPPED") {
    await recordEvent(ctx, { type: "run_skipped", data: { queueId, reason: outcome.reason }, projectId });
  }
  if (status === "FAILED" && "error" in outcome) {
    await recordEvent(ctx, {
      type: "run_failed",
      data: { queueId, reason: outcome.error.message },
      projectId,
    });
  }
  // A run that failed for a passing reason keeps its finished phases: tried again by a person, it goes on after them.
  if (status === "SKIPPED" || status === "CANCELLED" || outcome.to === "FAILED")
    await abandonEpisode(ctx, run);
}

async function abandonEpisode({ tx, organizationId, clock }: TxCtx, { queueId }: ClaimedRun): Promise<void> {
  await tx.episode.updateMany({
    where: { organizationId, queueId, status: "DRAFT" },
    data: { status: "ABANDONED", abandonedAt: clock.now(), number: null },
  });
}
