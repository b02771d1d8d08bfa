import type { TxCtx } from "#platform/context.ts";
import type { Cadence } from "../cadence.ts";
import { nextOccurrences, slotOf } from "../occurrences.ts";

/** What is not published yet: its slot may still move. */
const UNPUBLISHED = ["PENDING", "RETRYING", "HELD", "GENERATING", "READY"] as const;

interface Rule {
  projectId: string;
  cadence: Cadence;
  leadSeconds: number;
}

/**
 * Moves the coming slots that already have a row, after the cadence or the time-zone data has changed. A row that nobody has begun
 * is cancelled when its date no longer belongs to the cadence; one that was begun keeps its date.
 */
export async function moveQueuedSlots(ctx: TxCtx, rules: readonly Rule[]): Promise<void> {
  const { tx, organizationId } = ctx;
  const now = ctx.clock.now();
  const ruleOf = new Map(rules.map((rule) => [rule.projectId, rule]));
  const rows = await tx.episodeScheduleQueue.findMany({
    where: {
      organizationId,
      projectId: { in: [...ruleOf.keys()] },
      trigger: "CADENCE",
      status: { in: [...UNPUBLISHED] },
      slotAt: { gt: now },
    },
    select: { id: true, projectId: true, occurrenceKey: true, slotAt: true },
  });
  for (const { id, projectId, occurrenceKey, slotAt } of rows) {
    const rule = ruleOf.get(projectId);
    if (!rule) continue;
    const ofRow = { organizationId, id };
    const newSlotAt = belongsTo(rule.cadence, occurrenceKey)
      ? slotOf(rule.cadence, occurrenceKey)
      : undefined;
    if (newSlotAt === undefined) {
      await tx.episodeScheduleQueue.updateMany({
        where: { ...ofRow, status: "PENDING", attempts: 0 },
        data: { status: "CANCELLED", finishedAt: now, reason: "The cadence no longer has this date." },
      });
    } else if (newSlotAt.getTime() !== slotAt.getTime()) {
      await tx.episodeScheduleQueue.updateMany({
        where: { ...ofRow, status: "PENDING" },
        data: { availableAt: new Date(newSlotAt.getTime() - rule.leadSeconds * 1000) },
      });
      await tx.episodeScheduleQueue.updateMany({
        where: { ...ofRow, status: { in: [...UNPUBLISHED] } },
        data: { slotAt: newSlotAt },
      });
    }
  }
}

function belongsTo(cadence: Cadence, key: string): boolean {
  return nextOccurrences(cadence, { fromKey: key, limit: 1 })[0]?.key === key;
}
