import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import type { QueueStatus } from "./states.ts";

/** From these no run moves on by itself. */
const ENDS: readonly QueueStatus[] = ["PUBLISHED", "FAILED", "QUARANTINED", "SKIPPED", "CANCELLED"];

/**
 * The little that following a run needs to know of it.
 *
 * @throws AppError NOT_FOUND as `getRun`
 */
export const getRunState = query(
  { needs: "run.read", input: z.object({ queueId: z.string() }) },
  async ({ tx, organizationId }, { queueId }) => {
    const id = z.uuid().safeParse(queueId);
    const run = id.success
      ? await tx.episodeScheduleQueue.findFirst({
          where: { id: id.data, organizationId, project: { deletedAt: null } },
          select: { id: true, projectId: true, status: true },
        })
      : null;
    if (!run) throw new AppError("NOT_FOUND", "There is no such run. It may have been removed.");
    return { ...run, isOver: ENDS.includes(run.status) };
  },
);
