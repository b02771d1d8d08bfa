import type { TxCtx } from "#platform/context.ts";

/** The requested run of a project that has not come to an end: there is one at most, by the index `queue_one_request`. */
export async function findRequestInWork(ctx: TxCtx, projectId: string) {
  return ctx.tx.episodeScheduleQueue.findFirst({
    where: {
      organizationId: ctx.organizationId,
      projectId,
      trigger: "REQUEST",
      status: { in: ["PENDING", "GENERATING", "RETRYING", "HELD"] },
    },
    select: { id: true, status: true, reason: true, occurrenceKey: true },
  });
}
