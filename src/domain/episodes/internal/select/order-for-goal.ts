import type { Candidate } from "../../brief.ts";

/** A source with more words than this many episodes is weighed chapter by chapter. */
const LONG_SOURCE_EPISODES = 3;
/** What speaks of less than this share of the goal's words that the best source speaks of is told last. */
const LEAST_RELEVANT = 0.3;

/**
 * The order in which a series tells its sources: as they were added and in their own order, except that sources, and
 * chapters of long ones, with hardly a word of the goal come last. A source is one story, so it is moved whole.
 */
export function orderForGoal(
  candidates: readonly Candidate[],
  goalStems: ReadonlySet<string>,
  stemsOf: (candidate: Candidate) => string[],
  episodeWords: number,
): Candidate[] {
  const strands = strandsOf(candidates, episodeWords);
  const coverage = strands.map(
    (strand) => new Set(strand.flatMap(stemsOf).filter((stem) => goalStems.has(stem))).size,
  );
  const best = Math.max(0, ...coverage);
  const isNear = (at: number) => (coverage[at] ?? 0) >= best * LEAST_RELEVANT;
  return [...strands.filter((_, at) => isNear(at)), ...strands.filter((_, at) => !isNear(at))].flat();
}

function strandsOf(candidates: readonly Candidate[], episodeWords: number): Candidate[][] {
  const bySource = Map.groupBy(candidates, (candidate) => candidate.sourceId);
  return [...bySource.values()].flatMap((ofSource) => {
    const words = ofSource.reduce((sum, candidate) => sum + candidate.words, 0);
    if (words <= episodeWords * LONG_SOURCE_EPISODES) return [ofSource];
    return [...Map.groupBy(ofSource, chapterOf).values()];
  });
}

/** The first heading is as a rule the document's title; the second is its chapter. */
function chapterOf(candidate: Candidate): string {
  return candidate.headingPath.slice(0, 2).join("\n");
}
