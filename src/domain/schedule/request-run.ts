import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { Cadence } from "./cadence.ts";
import { addRequestedRunSql } from "./internal/add-requested-run.sql.ts";
import { findRequestInWork } from "./internal/find-request-in-work.ts";
import { localDateAt } from "./internal/zone-time.ts";
import type { QueueStatus } from "./states.ts";

/** The run that was started, or the one that stands in the way and why. */
export type RequestedRun =
  | { started: true; queueId: string; occurrenceKey: string }
  | { started: false; queueId: string; reason: string };

/**
 * "Write now": starts a run beside the cadence, published as soon as it is ready. It takes the place of no scheduled episode. While a
 * run of the project is in work none is started, and the answer says which and why.
 */
export const requestRun = command(
  { needs: "run.request", input: z.object({ projectId: z.string() }) },
  async (ctx, { projectId }): Promise<RequestedRun> => {
    const project = await getProject(ctx, { projectId });
    const obstacle = await findObstacle(ctx, project.id);
    if (obstacle) return obstacle;

    const now = ctx.clock.now();
    const { timeZone } = Cadence.parse(project.cadenceConfig);
    const today = localDateAt(timeZone, now);
    const person = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const [run] = await runSql(ctx.tx, addRequestedRunSql, [
      ctx.organizationId,
      project.id,
      today,
      now,
      person,
    ]);
    if (!run) {
      const faster = await findObstacle(ctx, project.id);
      if (faster) return faster;
      throw new AppError(
        "CONFLICT",
        "Somebody else asked for an episode at the same moment. Look at the queue.",
      );
    }
    await recordAudit(ctx, {
      action: "run.request",
      targetType: "run",
      targetId: run.queueId,
      after: { occurrenceKey: run.occurrenceKey },
    });
    await recordEvent(ctx, { type: "run_requested", data: { queueId: run.queueId }, projectId: project.id });
    return { started: true, ...run };
  },
);

/** What is said of a run that is in work already, by its status. */
const IN_WORK: Partial<Record<QueueStatus, string>> = {
  PENDING: "An episode of this project is about to be written.",
  GENERATING: "An episode of this project is being written at this moment.",
  RETRYING: "An episode of this project waits for its next attempt. Retry it to have it tried at once.",
  HELD: "The episode that was asked for before is held. Retry or cancel it first.",
};

async function findObstacle(ctx: TxCtx, projectId: string): Promise<RequestedRun | undefined> {
  const inWork =
    (await findRequestInWork(ctx, projectId)) ??
    (await ctx.tx.episodeScheduleQueue.findFirst({
      where: {
        organizationId: ctx.organizationId,
        projectId,
        OR: [
          { status: { in: ["GENERATING", "RETRYING"] } },
          { status: "PENDING", availableAt: { lte: ctx.clock.now() } },
        ],
      },
      select: { id: true, status: true, reason: true },
    }));
  if (!inWork) return undefined;
  const says = IN_WORK[inWork.status] ?? "A run of this project is in work.";
  const reason = inWork.reason === null ? says : `${says} ${inWork.reason}`;
  return { started: false, queueId: inWork.id, reason };
}
