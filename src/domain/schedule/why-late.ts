/** An episode that is published so soon after its slot is on time. */
export const ON_TIME_MS = 2_000;

/**
 * Why an episode came late: nothing published it though it was READY; it was MADE_UP for after an outage; it was TRIED_AGAIN after an error; it was BEGUN_LATE, held
 * or asked for anew after its slot; it had NO_WORKER to take it in time; or its writing was SLOW.
 */
export type LateReason = "READY" | "MADE_UP" | "TRIED_AGAIN" | "BEGUN_LATE" | "NO_WORKER" | "SLOW";

export interface LateFacts {
  slotAt: Date;
  createdAt: Date;
  /** The last time that it could be taken. */
  availableAt: Date;
  startedAt: Date | null;
  readyAt: Date | null;
  /** Errors of its attempts. */
  errorCount: number;
  /** It was given back, held or taken over in the middle. */
  isBegunAgain: boolean;
}

/** What held an episode up that was published after its slot; the first cause that explains it. */
export function whyLate(facts: LateFacts): LateReason {
  const slot = facts.slotAt.getTime();
  if (facts.readyAt !== null && facts.readyAt.getTime() <= slot) return "READY";
  if (facts.createdAt.getTime() > slot) return "MADE_UP";
  if (facts.errorCount > 0) return "TRIED_AGAIN";
  if (facts.isBegunAgain || facts.availableAt.getTime() > slot) return "BEGUN_LATE";
  // More of the time went by waiting than by writing.
  const begun = (facts.startedAt ?? facts.slotAt).getTime();
  const waited = begun - facts.availableAt.getTime();
  const written = (facts.readyAt?.getTime() ?? slot) - begun;
  return waited > written ? "NO_WORKER" : "SLOW";
}
