import type { Linguist, Sentence, Token } from "./linguist.ts";

/** How much a stem says within one body of text. */
export type TermWeights = (token: Token) => number;

/** Sentences with a stem from which on it counts as fully topical. */
const TOPICAL_SENTENCES = 12;
const GOAL_BONUS = 0.4;

/**
 * Weighs words by how telling they are in the language and by how often the text comes back to them; words of the goal
 * weigh more. A rare word that occurs once is likelier a slip or an aside than the subject.
 */
export function termWeights(
  sentences: readonly Sentence[],
  goalStems: ReadonlySet<string>,
  linguist: Linguist,
): TermWeights {
  const sentencesWith = new Map<string, number>();
  for (const sentence of sentences) {
    for (const stem of new Set(
      sentence.tokens.filter((token) => token.isContent).map((token) => token.stem),
    )) {
      sentencesWith.set(stem, (sentencesWith.get(stem) ?? 0) + 1);
    }
  }
  return (token) => {
    if (!token.isContent) return 0;
    const recurrence = Math.log2(1 + (sentencesWith.get(token.stem) ?? 0)) / Math.log2(1 + TOPICAL_SENTENCES);
    const topical = linguist.rarity(token.lower) * (0.2 + 0.8 * Math.min(1, recurrence));
    return topical + (goalStems.has(token.stem) ? GOAL_BONUS : 0);
  };
}

/** What a sentence says for its length: the sum over its distinct stems, damped by the number of words. */
export function sentenceWeight(sentence: Sentence, weigh: TermWeights): number {
  const byStem = new Map<string, number>();
  for (const token of sentence.tokens) {
    const weight = weigh(token);
    if (weight > (byStem.get(token.stem) ?? 0)) byStem.set(token.stem, weight);
  }
  let sum = 0;
  for (const weight of byStem.values()) sum += weight;
  return sum / Math.sqrt(sentence.wordCount + 4);
}
