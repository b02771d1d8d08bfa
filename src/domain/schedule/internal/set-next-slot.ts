import type { TxCtx } from "#platform/context.ts";
import type { Cadence } from "../cadence.ts";
import { nextOccurrences } from "../occurrences.ts";
import { zoneDataVersion } from "../zone-data-version.ts";
import { type NextSlot, nextSlot } from "./decide-slots.ts";

/**
 * Sets the next slot of a project from its cadence: the first one that lies ahead and whose date comes after every date that has a
 * row already. Makes the schedule row when the project has none.
 */
export async function setNextSlot(
  ctx: TxCtx,
  rule: { projectId: string; cadence: Cadence; cadenceVersion: number },
): Promise<NextSlot | undefined> {
  const { tx, organizationId } = ctx;
  const { projectId, cadence, cadenceVersion } = rule;
  const { leadSeconds } = await tx.projectSchedule.upsert({
    where: { projectId },
    create: { projectId, organizationId },
    update: {},
    select: { leadSeconds: true },
  });
  const newest = await tx.episodeScheduleQueue.aggregate({
    where: { organizationId, projectId, trigger: "CADENCE" },
    _max: { occurrenceKey: true },
  });
  const last = newest._max.occurrenceKey;
  const [ahead] = nextOccurrences(cadence, { after: ctx.clock.now(), limit: 1 });
  const [first] =
    ahead && last !== null && ahead.key <= last
      ? nextOccurrences(cadence, { afterKey: last, limit: 1 })
      : [ahead];
  const next = first && nextSlot(first.key, first.slotAt, leadSeconds);
  await tx.projectSchedule.update({
    where: { projectId },
    data: {
      cadenceVersion,
      zoneDataVersion: zoneDataVersion(),
      lastOccurrenceKey: last,
      nextOccurrenceKey: next?.occurrenceKey ?? null,
      nextSlotAt: next?.slotAt ?? null,
      nextDueAt: next?.dueAt ?? null,
    },
  });
  return next;
}
