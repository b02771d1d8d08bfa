import type { Candidate, Excerpt } from "../../brief.ts";
import { fingerprintOf, overlap } from "./fingerprint.ts";

/** From this share of common wording on, a piece says the same as another. */
const SAME = 0.6;

/**
 * Takes out what the series has said already and what a source before has said in nearly the same words, piece by
 * piece. Returns the candidates with what is left of them; one with nothing left has no excerpts.
 */
export function dropRepeats(candidates: readonly Candidate[], covered: readonly number[]): Candidate[] {
  const known = new Set(covered);
  return candidates.map((candidate) => {
    const excerpts = candidate.excerpts.filter((excerpt) => {
      const fingerprint = fingerprintOf(wordsOf(excerpt));
      const isRepeat = overlap(fingerprint, known) >= SAME;
      for (const hash of fingerprint) known.add(hash);
      return !isRepeat;
    });
    if (excerpts.length === candidate.excerpts.length) return candidate;
    const left = excerpts.some((excerpt) => excerpt.kind === "speech" || isProse(excerpt)) ? excerpts : [];
    return { ...candidate, excerpts: left, words: left.reduce((sum, excerpt) => sum + excerpt.words, 0) };
  });
}

/** The words of an excerpt as a reader sees them. */
export function wordsOf(excerpt: Excerpt): string {
  return excerpt.kind === "text" ? excerpt.plain : excerpt.pieces.join(" ");
}

function isProse(excerpt: Excerpt): boolean {
  return excerpt.kind === "text" && excerpt.node !== "code" && excerpt.node !== "heading";
}
