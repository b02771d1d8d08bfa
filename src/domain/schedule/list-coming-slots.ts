import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { QueueStatus } from "./states.ts";

/** One slot to come: a run that is in the queue already, or the next date of a cadence that is not. */
export interface ComingSlot {
  projectId: string;
  projectTitle: string;
  timeZone: string;
  slotAt: Date;
  /** Null for a date that has no run yet. */
  run: { queueId: string; status: QueueStatus } | null;
}

const TimeZoneOfCadence = z.object({ timeZone: z.string() }).catch({ timeZone: "UTC" });
const COMING = ["PENDING", "GENERATING", "RETRYING", "READY"] as const satisfies readonly QueueStatus[];

/** The next slots of all projects, the earliest first. */
export const listComingSlots = query(
  { needs: "schedule.read", input: z.object({ limit: z.number().int().min(1).max(50).default(8) }) },
  async ({ tx, organizationId }, { limit }): Promise<ComingSlot[]> => {
    const project = { select: { title: true, cadenceConfig: true } } as const;
    const runs = await tx.episodeScheduleQueue.findMany({
      where: { organizationId, status: { in: [...COMING] }, project: { deletedAt: null } },
      orderBy: { slotAt: "asc" },
      take: limit,
      select: { id: true, projectId: true, status: true, slotAt: true, project },
    });
    const dates = await tx.projectSchedule.findMany({
      where: { organizationId, isActive: true, nextSlotAt: { not: null }, project: { deletedAt: null } },
      orderBy: { nextSlotAt: "asc" },
      take: limit,
      select: { projectId: true, nextSlotAt: true, project },
    });
    const slots: ComingSlot[] = [
      ...runs.map((run) => ({
        ...place(run.projectId, run.project),
        slotAt: run.slotAt,
        run: { queueId: run.id, status: run.status },
      })),
      ...dates.flatMap(({ projectId, nextSlotAt, project: facts }) =>
        nextSlotAt === null ? [] : [{ ...place(projectId, facts), slotAt: nextSlotAt, run: null }],
      ),
    ];
    return slots.sort((a, b) => a.slotAt.getTime() - b.slotAt.getTime()).slice(0, limit);
  },
);

function place(projectId: string, project: { title: string; cadenceConfig: unknown }) {
  const { timeZone } = TimeZoneOfCadence.parse(project.cadenceConfig);
  return { projectId, projectTitle: project.title, timeZone };
}
