import type { Candidate } from "../../brief.ts";

/** A source with more words than this many episodes is weighed chapter by chapter. */
const LONG_SOURCE_EPISODES = 3;
/** What has less than this share of the best relevance is told last. */
const LEAST_RELEVANT = 0.2;
/** BM25 with the usual constants (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

interface Strand {
  candidates: Candidate[];
  stems: Map<string, number>;
  length: number;
}

/**
 * The order in which a series tells its sources: as they were added and in their own order, except that sources and
 * chapters with hardly a word of the goal come last. A source is one story, so it is moved whole.
 */
export function orderForGoal(
  candidates: readonly Candidate[],
  goalStems: ReadonlySet<string>,
  stemsOf: (candidate: Candidate) => string[],
  episodeWords: number,
): Candidate[] {
  const strands = strandsOf(candidates, stemsOf, episodeWords);
  const scores = relevance(strands, goalStems);
  const best = Math.max(0, ...scores);
  const isNear = (at: number) => (scores[at] ?? 0) >= best * LEAST_RELEVANT;
  const near = strands.filter((_, at) => isNear(at));
  const far = strands.filter((_, at) => !isNear(at));
  return [...near, ...far].flatMap((strand) => strand.candidates);
}

function strandsOf(
  candidates: readonly Candidate[],
  stemsOf: (candidate: Candidate) => string[],
  episodeWords: number,
): Strand[] {
  const bySource = Map.groupBy(candidates, (candidate) => candidate.sourceId);
  return [...bySource.values()].flatMap((ofSource) => {
    const words = ofSource.reduce((sum, candidate) => sum + candidate.words, 0);
    const isLong = words > episodeWords * LONG_SOURCE_EPISODES;
    const groups = isLong ? [...Map.groupBy(ofSource, chapterOf).values()] : [ofSource];
    return groups.map((group) => toStrand(group, stemsOf));
  });
}

/** The first heading is as a rule the document's title; the second is its chapter. */
function chapterOf(candidate: Candidate): string {
  return candidate.headingPath.slice(0, 2).join("\n");
}

function toStrand(candidates: Candidate[], stemsOf: (candidate: Candidate) => string[]): Strand {
  const stems = new Map<string, number>();
  let length = 0;
  for (const stem of candidates.flatMap(stemsOf)) {
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
    length++;
  }
  return { candidates, stems, length };
}

function relevance(strands: readonly Strand[], goalStems: ReadonlySet<string>): number[] {
  const average = strands.reduce((sum, strand) => sum + strand.length, 0) / Math.max(1, strands.length);
  return strands.map((strand) => {
    let score = 0;
    for (const stem of goalStems) {
      const holding = strands.filter((other) => other.stems.has(stem)).length;
      const idf = Math.log(1 + (strands.length - holding + 0.5) / (holding + 0.5));
      const tf = strand.stems.get(stem) ?? 0;
      score += (idf * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * strand.length) / Math.max(1, average)));
    }
    return score;
  });
}
