import type { Candidate } from "../../brief.ts";
import { AGENDA } from "../transcript/speech-lexicon.ts";

/** What it costs to end an episode between two passages; see `partition`. */
const NEW_CHAPTER = 0.12;
const NEW_SECTION = 0.18;
const SAME_SECTION = 0.5;
const TALK = 0.05;
const TALK_COHESION = 0.5;
const SAME_SPEAKER = 0.15;
const NEW_SUBJECT = 0.15;
/** How many passages on either side say whether the talk goes on about the same. */
const WINDOW = 3;

/**
 * How bad it would be to stop after each passage: least at the end of a source, little at a heading, most inside a
 * section; in a transcript by how much the words before and after are alike (TextTiling, Hearst 1997).
 */
export function breakCosts(
  candidates: readonly Candidate[],
  stemsOf: (candidate: Candidate) => string[],
): number[] {
  const stems = candidates.map(stemsOf);
  return candidates.map((candidate, at) => {
    const next = candidates[at + 1];
    if (next === undefined || next.sourceId !== candidate.sourceId) return 0;
    if (candidate.turns.length > 0) {
      const before = stems.slice(Math.max(0, at - WINDOW + 1), at + 1).flat();
      const after = stems.slice(at + 1, at + 1 + WINDOW).flat();
      return Math.max(0, TALK + TALK_COHESION * cosine(before, after) + turnCost(candidate, next));
    }
    const shared = sharedDepth(candidate.headingPath, next.headingPath);
    if (shared === candidate.headingPath.length && shared === next.headingPath.length) return SAME_SECTION;
    return shared <= 1 ? NEW_CHAPTER : NEW_SECTION;
  });
}

/** Not between a question and its answer, nor inside what one speaker says; rather where a new subject is called. */
function turnCost(candidate: Candidate, next: Candidate): number {
  const last = candidate.turns.at(-1);
  const [first, second] = next.turns;
  if (next.subject !== undefined) return -NEW_SUBJECT;
  let cost = endsWithQuestion(candidate) ? SAME_SECTION : 0;
  if (last !== undefined && last.speaker !== null && last.speaker === first?.speaker) cost += SAME_SPEAKER;
  if (last !== undefined && AGENDA.test(last.text)) cost += SAME_SPEAKER;
  if (AGENDA.test(first?.text ?? "") || AGENDA.test(second?.text ?? "")) cost -= NEW_SUBJECT;
  return cost;
}

function endsWithQuestion(candidate: Candidate): boolean {
  const last = candidate.excerpts.at(-1);
  return last?.kind === "speech" && last.asks;
}

function sharedDepth(a: readonly string[], b: readonly string[]): number {
  let depth = 0;
  while (depth < a.length && a[depth] === b[depth]) depth++;
  return depth;
}

function cosine(a: readonly string[], b: readonly string[]): number {
  const countsA = counts(a);
  const countsB = counts(b);
  let dot = 0;
  for (const [stem, count] of countsA) dot += count * (countsB.get(stem) ?? 0);
  const norm = Math.sqrt(sumOfSquares(countsA) * sumOfSquares(countsB));
  return norm === 0 ? 0 : dot / norm;
}

function counts(stems: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const stem of stems) found.set(stem, (found.get(stem) ?? 0) + 1);
  return found;
}

function sumOfSquares(found: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of found.values()) sum += count * count;
  return sum;
}
