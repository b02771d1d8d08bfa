import { sampledHashes } from "./fingerprint.ts";

/** Of the telling words of a text, so many in a row: fewer meet by chance, more break at every changed word. */
const RUN_WORDS = 3;
/** Shorter words hold a sentence together in most languages and tell nothing. */
const LEAST_LETTERS = 4;
/** What comes after is inflection. */
const KEPT_LETTERS = 5;
/** Of all runs one in this many is kept: they are fewer than a fingerprint's. */
const SAMPLING = 2;

/**
 * Sampled hashes of every run of three telling words by their first letters. Two texts that share most of them say the same in words
 * that were exchanged here and there: of a text in which one word of ten is another, some two thirds are left, where a fingerprint keeps half.
 */
export function wordingOf(plain: string): number[] {
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words
    .filter((word) => word.length >= LEAST_LETTERS)
    .map((word) => word.slice(0, KEPT_LETTERS));
  return sampledHashes(telling, { inARow: RUN_WORDS, oneIn: SAMPLING });
}
