import type { Cadence } from "../cadence.ts";
import { type MissedSlotPolicy, missedSlots } from "../missed-slots.ts";
import { nextOccurrences } from "../occurrences.ts";

const WHY_SKIPPED =
  "Nothing could run when this slot came, and the project does not make up for it. Retry it to have it written after all.";

/** What a schedule row and its project say, as far as a decision needs it. */
export interface ScheduleFacts {
  cadence: Cadence;
  missedSlotPolicy: MissedSlotPolicy;
  leadSeconds: number;
  /** The first occurrence that is not decided yet. */
  nextOccurrenceKey: string;
}

export interface DecidedRow {
  occurrenceKey: string;
  slotAt: Date;
  availableAt: Date;
  status: "PENDING" | "SKIPPED";
  reason: string | null;
}

export interface NextSlot {
  occurrenceKey: string;
  slotAt: Date;
  /** When writing may begin: the slot less the lead time. */
  dueAt: Date;
}

export interface Decision {
  rows: DecidedRow[];
  /** The newest occurrence that is decided now; undefined when none is due. */
  lastOccurrenceKey?: string;
  next?: NextSlot;
}

/** Decides every occurrence that is due at `now`: to be written, or skipped by the policy of the project. */
export function decideSlots(facts: ScheduleFacts, now: Date): Decision {
  const { cadence, leadSeconds, nextOccurrenceKey } = facts;
  const until = new Date(now.getTime() + leadSeconds * 1000);
  const due = nextOccurrences(cadence, {
    fromKey: nextOccurrenceKey,
    until,
    limit: Number.POSITIVE_INFINITY,
  });
  const plan = missedSlots(facts.missedSlotPolicy, due, now);
  const rows = [
    ...plan.enqueue.map(({ key, slotAt, startAt }) => ({
      occurrenceKey: key,
      slotAt,
      availableAt: startAt,
      status: "PENDING" as const,
      reason: null,
    })),
    ...plan.skip.map(({ key, slotAt }) => ({
      occurrenceKey: key,
      slotAt,
      availableAt: slotAt,
      status: "SKIPPED" as const,
      reason: WHY_SKIPPED,
    })),
  ];
  const last = due.at(-1);
  const [next] = nextOccurrences(cadence, {
    ...(last ? { afterKey: last.key } : { fromKey: nextOccurrenceKey }),
    limit: 1,
  });
  return {
    rows,
    ...(last ? { lastOccurrenceKey: last.key } : {}),
    ...(next ? { next: nextSlot(next.key, next.slotAt, leadSeconds) } : {}),
  };
}

export function nextSlot(occurrenceKey: string, slotAt: Date, leadSeconds: number): NextSlot {
  return { occurrenceKey, slotAt, dueAt: new Date(slotAt.getTime() - leadSeconds * 1000) };
}
