/** What a run of units may weigh, in tokens. */
const TARGET_LEAST = 120;
export const TARGET_MOST = 220;
/** Kept below the bound of a chunk, because joined text can count a few tokens more than its parts. */
const RUN_MOST = 300;

/** Tokens of a unit, and how bad it would be to begin a chunk with it (0 fine, 1 as bad as a chunk of no size). */
export interface Weight {
  tokens: number;
  breakCost: number;
}

/**
 * Groups units into runs of about 120 to 220 tokens, choosing among all groupings the one that breaks best: the least sum
 * of what the breaks and the sizes cost (dynamic programming, as Knuth and Plass break lines, 1981).
 * Returns the index of the first unit of each run. A unit above 300 tokens stands alone.
 */
export function chooseBreaks(units: Weight[]): number[] {
  const best: number[] = [0];
  const startOf: number[] = [0];
  for (let end = 1; end <= units.length; end++) {
    let tokens = 0;
    best[end] = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start--) {
      const unit = units[start];
      if (unit === undefined) break;
      tokens += unit.tokens;
      if (tokens > RUN_MOST && start < end - 1) break;
      const cost = (best[start] ?? 0) + sizeCost(tokens) + (start === 0 ? 0 : unit.breakCost);
      if (cost < (best[end] ?? 0)) {
        best[end] = cost;
        startOf[end] = start;
      }
    }
  }
  const starts: number[] = [];
  for (let end = units.length; end > 0; end = startOf[end] ?? 0) starts.unshift(startOf[end] ?? 0);
  return starts;
}

function sizeCost(tokens: number): number {
  if (tokens < TARGET_LEAST) return ((TARGET_LEAST - tokens) / TARGET_LEAST) ** 2;
  if (tokens > TARGET_MOST) return ((tokens - TARGET_MOST) / (RUN_MOST - TARGET_MOST)) ** 2 / 2;
  return 0;
}
