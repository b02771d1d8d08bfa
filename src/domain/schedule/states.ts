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
 * that worker is lost. People cancel what is not written yet, and retry what waits for its next attempt or ended without an episode.
 */
const MOVES: Readonly<Record<QueueStatus, readonly QueueStatus[]>> = {
  PENDING: ["GENERATING", "CANCELLED"],
  RETRYING: ["PENDING", "GENERATING", "CANCELLED"],
  GENERATING: ["PENDING", "RETRYING", "READY", "HELD", "FAILED", "QUARANTINED", "SKIPPED", "CANCELLED"],
  HELD: ["PENDING", "CANCELLED"],
  READY: ["PUBLISHED", "CANCELLED"],
  PUBLISHED: [],
  FAILED: ["PENDING"],
  QUARANTINED: ["PENDING"],
  SKIPPED: ["PENDING"],
  CANCELLED: ["PENDING"],
};

export function canMove(from: QueueStatus, to: QueueStatus): boolean {
  return MOVES[from].includes(to);
}
