import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { zoneDataVersion } from "../zone-data-version.ts";
import { decideSlots } from "./decide-slots.ts";
import { enqueueOccurrencesSql, type RowToEnqueue, type ScheduleMove } from "./enqueue-occurrences.sql.ts";
import { readSchedules } from "./read-schedules.ts";

export interface Enqueued {
  pending: number;
  skipped: number;
  /** Projects whose cadence this version can't read. */
  unreadable: string[];
}

/** Decides what is due in some projects of one organization, and writes it down. Run twice, it does nothing the second time. */
export async function enqueueForOrganization(ctx: TxCtx, projectIds: string[]): Promise<Enqueued> {
  const now = ctx.clock.now();
  const { schedules, unreadable } = await readSchedules(ctx, projectIds);
  const moves: ScheduleMove[] = [];
  const rows: RowToEnqueue[] = [];
  for (const schedule of schedules) {
    const { projectId, cadenceVersion, nextOccurrenceKey } = schedule;
    if (nextOccurrenceKey === null) continue;
    const decision = decideSlots({ ...schedule, nextOccurrenceKey }, now);
    rows.push(...decision.rows.map((row) => ({ projectId, ...row })));
    moves.push({
      projectId,
      expectedKey: nextOccurrenceKey,
      expectedVersion: cadenceVersion,
      lastKey: decision.lastOccurrenceKey ?? null,
      nextKey: decision.next?.occurrenceKey ?? null,
      nextSlotAt: decision.next?.slotAt ?? null,
    });
  }
  if (moves.length === 0) return { pending: 0, skipped: 0, unreadable };
  const values = [JSON.stringify(moves), JSON.stringify(rows), zoneDataVersion(), now];
  const written = await runSql(ctx.tx, enqueueOccurrencesSql, values);
  const pending = written.filter(({ status }) => status === "PENDING").length;
  return { pending, skipped: written.length - pending, unreadable };
}
