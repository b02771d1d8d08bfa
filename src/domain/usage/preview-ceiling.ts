/** What one episode cost in one window, or what was called for beside episodes in one hour of it. */
export interface PastCost {
  /** First day of its window; for a ceiling on episodes, the episode stands for the window. */
  startsOn: string;
  /** Null for what was called beside episodes. */
  episodeId: string | null;
  /** The local date on which it began. */
  date: string;
  nanos: bigint;
}

/** What a ceiling would have held of what was spent. */
export interface CeilingPreview {
  /** Episodes that would have waited, each counted once. */
  heldEpisodes: number;
  /** The first date on which something would have waited; null when nothing would. */
  heldFrom: string | null;
  /** What would still have been spent in its own time. */
  allowedNanos: bigint;
  /** What was spent. */
  totalNanos: bigint;
  /** Windows in which something would have waited, of all in which something was spent. */
  fullWindows: number;
  windows: number;
}

/**
 * Holds past spending against a ceiling: in each window what came first is let through while it fits, what does not fit waits, and something
 * smaller after it may fit again. An episode fits as a whole or not at all. Soft and hard ceilings are reached alike; only hard ones hold.
 *
 * @param costs in the order in which they began
 */
export function previewCeiling(costs: readonly PastCost[], ceilingNanos: bigint): CeilingPreview {
  const spent = new Map<string, bigint>();
  const full = new Set<string>();
  const held = new Set<string>();
  let heldFrom: string | null = null;
  let [allowedNanos, totalNanos] = [0n, 0n];
  for (const { startsOn, episodeId, date, nanos } of costs) {
    const so = spent.get(startsOn) ?? 0n;
    totalNanos += nanos;
    if (so + nanos <= ceilingNanos) {
      spent.set(startsOn, so + nanos);
      allowedNanos += nanos;
      continue;
    }
    spent.set(startsOn, so);
    full.add(startsOn);
    if (episodeId !== null) held.add(episodeId);
    if (heldFrom === null || date < heldFrom) heldFrom = date;
  }
  return {
    heldEpisodes: held.size,
    heldFrom,
    allowedNanos,
    totalNanos,
    fullWindows: full.size,
    windows: spent.size,
  };
}
