import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";

/**
 * Locks a run of the organization until the transaction ends, so that its status can be judged and changed.
 *
 * @throws AppError NOT_FOUND for an id that is another organization's or no id at all: they look the same
 */
export async function lockRun(ctx: TxCtx, queueId: string) {
  const { tx, organizationId } = ctx;
  const id = z.uuid().safeParse(queueId);
  if (id.success) {
    await tx.$queryRaw`select 1 from episode_schedule_queue where id = ${id.data}::uuid and organization_id = ${organizationId}::uuid for no key update`;
    const run = await tx.episodeScheduleQueue.findFirst({
      where: { id: id.data, organizationId },
      select: {
        id: true,
        projectId: true,
        trigger: true,
        status: true,
        reason: true,
        project: { select: { deletedAt: true } },
      },
    });
    if (run) return run;
  }
  throw new AppError("NOT_FOUND", "There is no such run. It may have been removed.");
}
