/** Something with a length that stands in a row; `breakCost` is how bad it would be to end a part after it (0 fine). */
export interface Weighted {
  words: number;
  breakCost: number;
}

/** A part may leave the target by this share before its cost grows steeply. */
const TOLERANCE = 0.25;
const STEEP = 4;

/**
 * Cuts a row into parts near the target length, choosing among all cuts the one with the least sum of squared relative
 * deviations and break costs (dynamic programming, as Knuth and Plass break lines, 1981).
 * With `goesOn` the row is only the beginning of a longer one, and its last part may be short.
 * Returns the index after the last item of each part.
 */
export function partition(items: readonly Weighted[], targetWords: number, goesOn = false): number[] {
  const best: number[] = [0];
  const startOf: number[] = [0];
  for (let end = 1; end <= items.length; end++) {
    best[end] = Number.POSITIVE_INFINITY;
    let words = 0;
    const isOpen = goesOn && end === items.length;
    for (let start = end - 1; start >= 0; start--) {
      words += items[start]?.words ?? 0;
      if (words > targetWords * 2 && start < end - 1) break;
      const breakCost = end === items.length ? 0 : (items[end - 1]?.breakCost ?? 0);
      const cost =
        (best[start] ?? 0) + (isOpen && words < targetWords ? 0 : lengthCost(words, targetWords)) + breakCost;
      if (cost < (best[end] ?? 0)) {
        best[end] = cost;
        startOf[end] = start;
      }
    }
  }
  const ends: number[] = [];
  for (let end = items.length; end > 0; end = startOf[end] ?? 0) ends.unshift(end);
  return ends;
}

function lengthCost(words: number, targetWords: number): number {
  const deviation = Math.abs(words - targetWords) / targetWords;
  const excess = Math.max(0, deviation - TOLERANCE);
  return deviation ** 2 + STEEP * excess;
}
