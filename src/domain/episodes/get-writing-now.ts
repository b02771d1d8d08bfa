import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { QueueStatus } from "#domain/schedule/states.ts";

/** Under way with a brief: what comes now is for the episode after it. */
const UNDER_WAY = ["GENERATING", "RETRYING", "HELD"] as const satisfies QueueStatus[];

/**
 * What a project is writing now: the number of the episode and when its brief was frozen, or null; and its next slot. For whoever
 * waits for something to be taken up.
 */
export const getWritingNow = query(
  { needs: "schedule.read", input: z.object({ projectId: z.uuid() }) },
  async ({ tx, organizationId }, { projectId }) => {
    const gather = await tx.generationPhase.findFirst({
      where: { organizationId, phase: "GATHER", queue: { projectId, status: { in: [...UNDER_WAY] } } },
      orderBy: { startedAt: "desc" },
      select: { startedAt: true, episode: { select: { number: true } } },
    });
    const { _max } = await tx.episode.aggregate({
      where: { organizationId, projectId },
      _max: { number: true },
    });
    const schedule = await tx.projectSchedule.findFirst({
      where: { organizationId, projectId, isActive: true },
      select: { nextSlotAt: true },
    });
    return {
      frozen: gather && { number: gather.episode.number ?? (_max.number ?? 0) + 1, at: gather.startedAt },
      nextSlotAt: schedule?.nextSlotAt ?? null,
    };
  },
);
