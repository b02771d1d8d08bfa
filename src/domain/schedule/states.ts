/** Every status of a row of the schedule queue, as in the database. */
export const QUEUE_STATUSES = [
  "PENDING",
  "GENERATING",
  "READY",
  "PUBLISHED",
  "HELD",
  "RETRYING",
  "FAILED",
  "QUARANTINED",
  "SKIPPED",
  "CANCELLED",
] as const;
export type QueueStatus = (typeof QUEUE_STATUSES)[number];

/**
 * The moves that exist. A claim makes a row `GENERATING`; the worker that holds its lease moves it on, and a sweeper does when
 * that worker is lost. People cancel what is not published yet, retry what waits for its next attempt or ended without an episode, and
 * have written again from one of its phases what is not published and in no worker's hands.
 */
const MOVES: Readonly<Record<QueueStatus, readonly QueueStatus[]>> = {
  PENDING: ["GENERATING", "CANCELLED"],
  RETRYING: ["PENDING", "GENERATING", "CANCELLED"],
  GENERATING: ["PENDING", "RETRYING", "READY", "HELD", "FAILED", "QUARANTINED", "SKIPPED", "CANCELLED"],
  HELD: ["PENDING", "CANCELLED"],
  READY: ["PUBLISHED", "CANCELLED", "PENDING"],
  PUBLISHED: [],
  FAILED: ["PENDING"],
  QUARANTINED: ["PENDING"],
  SKIPPED: ["PENDING"],
  CANCELLED: ["PENDING"],
};

export function canMove(from: QueueStatus, to: QueueStatus): boolean {
  return MOVES[from].includes(to);
}

/** A person may have it tried again: no worker holds it, and there is no episode. */
export function mayRetry(status: QueueStatus): boolean {
  return status !== "READY" && mayRewrite(status);
}

/** A person may have it written again from one of its phases: no worker holds it, and no reader has it. A worker may give a run back; a person may not take it away. */
export function mayRewrite(status: QueueStatus): boolean {
  return status !== "GENERATING" && canMove(status, "PENDING");
}
