import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { ComingSlots } from "#domain/usage/coming-slots.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { endsOfWindowsSql } from "./internal/ends-of-windows.sql.ts";
import { readSchedules } from "./internal/read-schedules.ts";
import { nextOccurrences } from "./occurrences.ts";

/** One slot a day in a month, and what a lead time may add to it. */
const MOST_SLOTS = 40;

/**
 * How many episodes of each project will be written before the present day and month end, as the organization counts them: the runs that
 * wait or are in work, and the coming dates of the cadences. A run that is held is not counted: it waits for another window.
 */
export const countComingSlots = query(
  { needs: "schedule.read", input: z.object({}) },
  async (ctx): Promise<ComingSlots> => {
    const { tx, organizationId, clock } = ctx;
    const [ends] = await runSql(tx, endsOfWindowsSql, [organizationId, clock.now()]);
    if (!ends) throw new AppError("NOT_FOUND", "There is no such organization.");
    const counts = new Map<string, { untilDayEnd: number; untilMonthEnd: number }>();
    const count = (projectId: string, writtenFrom: Date) => {
      if (writtenFrom >= ends.monthEndsAt) return;
      const so = counts.get(projectId) ?? { untilDayEnd: 0, untilMonthEnd: 0 };
      if (writtenFrom < ends.dayEndsAt) so.untilDayEnd += 1;
      so.untilMonthEnd += 1;
      counts.set(projectId, so);
    };

    const runs = await tx.episodeScheduleQueue.findMany({
      where: {
        organizationId,
        status: { in: ["PENDING", "GENERATING", "RETRYING"] },
        project: { deletedAt: null },
      },
      select: { projectId: true, availableAt: true },
    });
    for (const { projectId, availableAt } of runs) count(projectId, availableAt);

    const active = await tx.projectSchedule.findMany({
      where: { organizationId, isActive: true, nextSlotAt: { not: null }, project: { deletedAt: null } },
      select: { projectId: true },
    });
    const { schedules } = await readSchedules(
      ctx,
      active.map(({ projectId }) => projectId),
    );
    for (const { projectId, cadence, leadSeconds, nextOccurrenceKey } of schedules) {
      if (nextOccurrenceKey === null) continue;
      const until = new Date(ends.monthEndsAt.getTime() + leadSeconds * 1000);
      for (const { slotAt } of nextOccurrences(cadence, {
        fromKey: nextOccurrenceKey,
        until,
        limit: MOST_SLOTS,
      })) {
        count(projectId, new Date(slotAt.getTime() - leadSeconds * 1000));
      }
    }
    return [...counts].map(([projectId, so]) => ({ projectId, ...so }));
  },
);
