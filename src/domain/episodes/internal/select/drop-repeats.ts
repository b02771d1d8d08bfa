import type { Candidate, Excerpt } from "../../brief.ts";
import { fingerprintOf, overlap } from "./fingerprint.ts";
import { nearCopies } from "./near-copies.ts";

/** From this share of common wording on, a piece says the same as another. */
const SAME = 0.6;

/**
 * Takes out what the series has said already and what a source before has said in nearly the same words, small changes
 * included, piece by piece. Returns the candidates with what is left of them; one with nothing left has no excerpts.
 */
export function dropRepeats(candidates: readonly Candidate[], coveredTexts: readonly string[]): Candidate[] {
  const known = new Set(coveredTexts.flatMap(fingerprintOf));
  const copies = nearCopies();
  for (const text of coveredTexts) copies.add(text);
  return candidates.map((candidate) => {
    const excerpts = candidate.excerpts.filter((excerpt) => {
      const plain = wordsOf(excerpt);
      const fingerprint = fingerprintOf(plain);
      const isRepeat = overlap(fingerprint, known) >= SAME || copies.has(plain);
      for (const hash of fingerprint) known.add(hash);
      copies.add(plain);
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
