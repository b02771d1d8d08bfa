import { type LateReason, ON_TIME_MS } from "#domain/schedule/why-late.ts";
import { formatDuration } from "#ui/format/format-duration.ts";

/** How long after its slot an episode was published. */
export function sayLateness(milliseconds: number): string {
  if (milliseconds < 1_000) return "At its slot.";
  return `${formatDuration(milliseconds)} after its slot${milliseconds > ON_TIME_MS ? ": late." : "."}`;
}

/** What held an episode up, as a list says it. */
export const SAY_WHY: Record<LateReason, string> = {
  READY: "it was ready, but no worker was there to publish it",
  MADE_UP: "nothing ran when its time came; it was made up for",
  TRIED_AGAIN: "something went wrong, and it had to be tried again",
  BEGUN_LATE: "it was held, interrupted or put back into the queue",
  NO_WORKER: "it waited for a free worker",
  SLOW: "writing took longer than expected; the lead time has learnt from it",
};
