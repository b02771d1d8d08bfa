import type { TxCtx } from "#platform/context.ts";
import { Cadence } from "../cadence.ts";
import type { ScheduleFacts } from "./decide-slots.ts";

export interface StoredSchedule extends Omit<ScheduleFacts, "nextOccurrenceKey"> {
  projectId: string;
  cadenceVersion: number;
  nextOccurrenceKey: string | null;
}

/**
 * The active schedules among `projectIds`, with the rule of their projects. A rule that this version can't read (a zone that its
 * data does not know) is named in `unreadable` and left for a version that can.
 */
export async function readSchedules(
  ctx: TxCtx,
  projectIds: string[],
): Promise<{ schedules: StoredSchedule[]; unreadable: string[] }> {
  const rows = await ctx.tx.projectSchedule.findMany({
    where: { organizationId: ctx.organizationId, projectId: { in: projectIds }, isActive: true },
    select: {
      projectId: true,
      nextOccurrenceKey: true,
      leadSeconds: true,
      cadenceVersion: true,
      project: { select: { cadenceConfig: true, missedSlotPolicy: true } },
    },
  });
  const schedules: StoredSchedule[] = [];
  const unreadable: string[] = [];
  for (const { project, ...row } of rows) {
    const cadence = Cadence.safeParse(project.cadenceConfig);
    if (cadence.success) {
      schedules.push({ ...row, cadence: cadence.data, missedSlotPolicy: project.missedSlotPolicy });
    } else {
      unreadable.push(row.projectId);
    }
  }
  return { schedules, unreadable };
}
