import { z } from "zod";

/** What becomes of slots that passed while nothing could run: write the latest only, all of them, or none. */
export const MissedSlotPolicy = z.enum(["LATEST", "ALL", "SKIP"]);
export type MissedSlotPolicy = z.output<typeof MissedSlotPolicy>;

/** A slot is missed once it is this old; a tick that comes a little late misses nothing. */
const GRACE_MINUTES = 15;
/** Under `ALL` one missed slot after the other begins this far apart, so that a long outage ends in no burst. */
const PACE_MINUTES = 15;

export interface DueSlot {
  key: string;
  slotAt: Date;
}

export interface SlotPlan<Slot extends DueSlot> {
  /** Runs to put into the queue, oldest first; none may begin before its `startAt`. */
  enqueue: (Slot & { startAt: Date })[];
  /** Occurrences that get a `SKIPPED` row, so that the calendar can say why there is no episode. */
  skip: Slot[];
}

/**
 * Divides due occurrences (oldest first, slot minus lead time reached) into those to run and those to skip.
 *
 * - `LATEST` runs the newest of them: a missed one only when none is due on time, for a reader wants one episode, not two.
 * - `ALL` runs the missed ones too, `PACE_MINUTES` apart, behind the one that is on time.
 * - `SKIP` runs none that was missed.
 */
export function missedSlots<Slot extends DueSlot>(
  policy: MissedSlotPolicy,
  due: readonly Slot[],
  now: Date,
): SlotPlan<Slot> {
  const missedBefore = now.getTime() - GRACE_MINUTES * 60_000;
  const missed = due.filter(({ slotAt }) => slotAt.getTime() < missedBefore);
  const onTime = due.slice(missed.length).map((slot) => ({ ...slot, startAt: now }));

  if (policy === "ALL") {
    const behind = onTime.length;
    const paced = missed.map((slot, index) => ({
      ...slot,
      startAt: new Date(now.getTime() + (behind + index) * PACE_MINUTES * 60_000),
    }));
    return { enqueue: [...paced, ...onTime], skip: [] };
  }
  const latest = policy === "LATEST" && onTime.length === 0 ? missed.slice(-1) : [];
  return {
    enqueue: [...latest.map((slot) => ({ ...slot, startAt: now })), ...onTime],
    skip: missed.slice(0, missed.length - latest.length),
  };
}
