import { nearness } from "#platform/language/sentence-vectors.ts";
import { isAboutSamePassage, isSameFact } from "./is-opposed.ts";
import { sharedOfAll, stemsOfTerms, type Wished } from "./wished.ts";

/** Chosen on the labelled pairs of `is-same-wish.test.ts`: above them none of the pairs that differ, below them few that are the same. */
const SAME_TOPIC = 0.6;
const SAME_WORDS = 0.5;
const NEAR_QUESTIONS = 0.78;
/** "Too formal" and "too casual" are near to each other in meaning: what has no topic is the same by its words alone. */
const NEARLY_ALL_WORDS = 0.8;

/** A wish with where it stands in meaning: both vectors are of one model. */
export interface PlacedWish extends Wished {
  vector: readonly number[];
}

/** Whether two notes ask for the same thing so nearly that they count as two votes for it. */
export function isSameWish(one: PlacedWish, other: PlacedWish, language: string): boolean {
  const { directive } = one;
  if (directive.kind !== other.directive.kind) return false;
  const near = nearness(one.vector, other.vector);
  const shared = sharedOfAll(stemsOfTerms(one.terms, language), stemsOfTerms(other.terms, language));
  switch (directive.kind) {
    case "SHORTER":
    case "LONGER":
    case "MORE_QUOTATIONS":
      return true;
    case "START_FROM":
      return other.directive.kind === "START_FROM" && directive.sourceId === other.directive.sourceId;
    case "MORE_OF":
    case "LESS_OF":
    case "SKIP":
      return shared >= SAME_TOPIC && near >= SAME_WORDS;
    case "ANSWER":
      return shared >= SAME_WORDS && near >= NEAR_QUESTIONS;
    case "CORRECT":
      return (
        other.directive.kind === "CORRECT" &&
        isAboutSamePassage(one, other, language) &&
        isSameFact(directive.right, other.directive.right, language)
      );
    case "TONE":
    case "SCHEDULE":
    case "OTHER": {
      if (!("wish" in other.directive)) return false;
      const [words, otherWords] = [directive, other.directive].map(({ wish }) =>
        stemsOfTerms([wish], language),
      );
      return (
        words !== undefined && otherWords !== undefined && sharedOfAll(words, otherWords) >= NEARLY_ALL_WORDS
      );
    }
  }
}
