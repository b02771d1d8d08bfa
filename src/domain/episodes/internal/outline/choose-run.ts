import type { Brief, Candidate } from "../../brief.ts";
import { bodyWords } from "../../reading-time.ts";
import { breakCosts } from "../select/break-costs.ts";
import { contentStems } from "../select/content-stems.ts";
import { partition } from "../select/partition.ts";

/** Words of a stretch of talk, or of prose without headings, under one heading. */
const SECTION_WORDS = 330;

/** The passages of this episode: from the first candidate to where the series can best stop near the length asked for. */
export function chooseRun(brief: Brief): Candidate[] {
  const items = weighted(brief.candidates, brief.project.language);
  const ends = partition(items, bodyWords(brief.project.minutes), brief.wordsBeyond > 0);
  return brief.candidates.slice(0, ends[0]);
}

/** Cuts a stretch of one source that has no headings where its subject changes, always where a new one is called. */
export function cutIntoSections(candidates: readonly Candidate[], language: string): Candidate[][] {
  const starts = candidates.flatMap(({ subject }, at) => (subject === undefined || at === 0 ? [] : [at]));
  return [0, ...starts].flatMap((from, nth) => {
    const part = candidates.slice(from, starts[nth]);
    const ends = partition(weighted(part, language), SECTION_WORDS);
    return ends.map((end, at) => part.slice(ends[at - 1] ?? 0, end));
  });
}

function weighted(candidates: readonly Candidate[], language: string) {
  const costs = breakCosts(candidates, (candidate) => contentStems(candidate, language));
  return candidates.map(({ words }, at) => ({ words, breakCost: costs[at] ?? 0 }));
}
