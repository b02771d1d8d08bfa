import type { Linguist, Sentence } from "../language/linguist.ts";
import { DANGLING, FILLERS, HESITATION, OPENERS, PROCEDURE } from "./speech-lexicon.ts";

/** How a spoken sentence would look in print. */
export interface Fluency {
  /** It cannot be printed: broken off, without a verb, or too cluttered. */
  isBroken: boolean;
  /** 0 for a sentence that could have been written; each hesitation or repeated word adds to it. */
  clutter: number;
  /** It leans on what was said before. */
  isDangling: boolean;
  /** It is about the meeting and not about its subject. */
  isProcedure: boolean;
  /** Where a quotation may begin: after "um, okay, so". */
  quoteStart: number;
}

const TERMINAL = /[.!?。！？]["'”’)\]]*$/;
const BREAK_OFF = /(?:[–—]|--|…|\.\.\.)\s*[.,?]?$/;
/** Words that may rightly stand twice. */
const DOUBLES = new Set([
  "that",
  "had",
  "very",
  "no",
  "really",
  "many",
  "bye",
  "is",
  "sie",
  "nous",
  "vous",
  "long",
]);
/** More clutter than one in this many words, and a sentence tires. */
const WORDS_PER_CLUTTER = 14;

/** Judges one sentence of speech by its words alone; nothing is changed. */
export function fluencyOf(sentence: Sentence, linguist: Linguist): Fluency {
  const words = sentence.tokens.filter((token) => token.isWord);
  const quoteStart = startOfQuote(sentence);
  const body = words.filter((token) => token.start >= quoteStart);
  let clutter = (sentence.text.slice(quoteStart).match(FILLERS)?.length ?? 0) * 0.6;
  clutter += (sentence.text.slice(quoteStart).match(/\s[–—-]{1,2}\s|\.\.\.|…/g)?.length ?? 0) * 1;
  body.forEach((token, at) => {
    const next = body[at + 1];
    if (HESITATION.test(token.lower)) clutter += 1;
    if (next?.lower === token.lower && !DOUBLES.has(token.lower)) clutter += 1;
    if (repeatsPair(body, at)) clutter += 1;
    // "wh where", "co costs": the start of a word that was begun twice.
    if (next !== undefined && isFalseStart(token.lower, next.lower, linguist)) clutter += 2;
    // "w with", "s so": a letter that was a start.
    if (/^\p{Ll}$/u.test(token.text) && !["a", "i", "o", "y", "e", "à", "ó"].includes(token.text))
      clutter += 1;
  });
  const hasVerb = !linguist.hasTagger || body.some((token) => token.pos === "VERB" || token.pos === "AUX");
  const first = body[0];
  const startsUpper = first !== undefined && /^[\p{Lu}\p{N}\p{Lo}]/u.test(first.text);
  const isComplete =
    TERMINAL.test(sentence.text) && !BREAK_OFF.test(sentence.text) && (startsUpper || quoteStart > 0);
  const wordCount = body.length;
  return {
    isBroken: !isComplete || !hasVerb || wordCount < 4 || clutter > wordCount / WORDS_PER_CLUTTER,
    clutter,
    isDangling: first !== undefined && (DANGLING[linguist.language]?.has(first.lower) ?? false),
    isProcedure: PROCEDURE.test(sentence.text) && wordCount < 28,
    quoteStart,
  };
}

function isFalseStart(lower: string, next: string, linguist: Linguist): boolean {
  return (
    lower.length <= 4 && next.length > lower.length && next.startsWith(lower) && linguist.rarity(lower) > 0.5
  );
}

/** "the training the training": two words that stand twice in a row. */
function repeatsPair(words: readonly { lower: string }[], at: number): boolean {
  const [a, b, c, d] = words.slice(at, at + 4).map((word) => word.lower);
  return a !== b && a !== undefined && c !== undefined && d !== undefined && a === c && b === d;
}

/** Passes over hesitations and openers, but never over so much that only a stump is left. */
function startOfQuote(sentence: Sentence): number {
  let start = 0;
  let hesitated = false;
  for (const token of sentence.tokens) {
    if (token.isWord && !OPENERS.has(token.lower) && !HESITATION.test(token.lower))
      return hesitated ? token.start : start;
    if (
      token.isWord &&
      (HESITATION.test(token.lower) || /^(?:yeah|okay|ok|oh|ah|right|'?kay|alright)$/.test(token.lower))
    ) {
      hesitated = true;
    }
    start = hesitated ? token.end : 0;
  }
  return 0;
}
