import type { Linguist, Sentence, Token } from "#platform/language/linguist.ts";
import { DANGLING, FILLERS, HESITATION, NOISES, OPENERS, PROCEDURE } from "./speech-lexicon.ts";

/** How a spoken sentence would look in print. */
export interface Fluency {
  /** It cannot be printed: broken off, without a verb, or too cluttered. */
  isBroken: boolean;
  /** A word was begun or said twice. */
  stumbles: boolean;
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
/** What the transcriber could not hear, or heard besides the words. */
const ANNOTATION = /[[({<][^\])}>]*(?:inaudible|unintelligible|crosstalk|laugh|applause|music|interruption)/i;
const BREAK_OFF = /(?:[–—]|--|…|\.\.\.)\s*[.,?]?$/;
/** Words that may rightly stand twice. */
const DOUBLES = new Set("that had very no really many bye is so long sie nous vous".split(" "));
/** One-letter words; any other small letter alone was the start of a word. */
const LETTERS = new Set(["a", "i", "o", "y", "e", "à", "ó", "u"]);
/** More clutter than one in this many words, and a sentence tires. */
const WORDS_PER_CLUTTER = 12;
const PROCEDURE_WORDS = 28;

/** Judges one sentence of speech by its words alone; nothing is changed. */
export function fluencyOf(sentence: Sentence, linguist: Linguist): Fluency {
  const quoteStart = startOfQuote(sentence);
  const words = sentence.tokens.filter((token) => token.isWord && token.start >= quoteStart);
  const printed = sentence.text.slice(quoteStart);
  const hasVerb = !linguist.hasTagger || words.some((token) => token.pos === "VERB" || token.pos === "AUX");
  const isWhole =
    TERMINAL.test(printed) &&
    !BREAK_OFF.test(printed) &&
    !ANNOTATION.test(printed) &&
    (quoteStart > 0 || startsSentence(printed));
  const clutter = clutterOf(printed, words);
  const stumbles = hasStumbles(words, linguist);
  const first = words[0];
  return {
    isBroken:
      !isWhole || !hasVerb || words.length < 4 || stumbles || clutter > words.length / WORDS_PER_CLUTTER,
    stumbles,
    clutter,
    isDangling: first !== undefined && (DANGLING[linguist.language]?.has(first.lower) ?? false),
    isProcedure: PROCEDURE.test(printed) && words.length < PROCEDURE_WORDS,
    quoteStart,
  };
}

/** Noises and fillers; a quotation that must begin inside a sentence is half as bad as an "um". */
function clutterOf(printed: string, words: readonly Token[]): number {
  const hesitations = words.filter((token) => HESITATION.test(token.lower)).length;
  const fillers = printed.match(FILLERS)?.length ?? 0;
  const breaks = printed.match(/\s(?:[–—-]|--)\s|\.\.\.|…/g)?.length ?? 0;
  return hesitations + fillers * 0.6 + breaks + (startsSentence(printed) ? 0 : 0.5);
}

function startsSentence(text: string): boolean {
  return /^["'“‘(¿¡]*[\p{Lu}\p{Lo}\p{N}]/u.test(text);
}

/** Words that were begun or said twice: "wh where", "w with", "if we ta if we take". */
function hasStumbles(words: readonly Token[], linguist: Linguist): boolean {
  const isEnglish = linguist.language === "en";
  return words.some((token, at) => {
    if (/^\p{Ll}$/u.test(token.text) && (isEnglish ? !/[ao]/.test(token.lower) : !LETTERS.has(token.lower)))
      return true;
    return [1, 2, 3].some((length) => isSaidTwice(words.slice(at, at + 2 * length), length, linguist));
  });
}

/** True when the second half of the words says the first half again, which may have broken off inside its last word. */
function isSaidTwice(words: readonly Token[], length: number, linguist: Linguist): boolean {
  const once = words.slice(0, length);
  const again = words.slice(length);
  const brokenOff = once.at(-1)?.lower;
  const completed = again.at(-1)?.lower;
  if (again.length < length || brokenOff === undefined || completed === undefined) return false;
  if (once.slice(0, -1).some(({ lower }, at) => lower !== again[at]?.lower)) return false;
  if (completed === brokenOff) return length > 1 || !DOUBLES.has(brokenOff);
  return completed.startsWith(brokenOff) && (length > 1 || linguist.rarity(brokenOff) > 0.45);
}

/** Passes over hesitations and openers, but never over so much that only a stump is left. */
function startOfQuote(sentence: Sentence): number {
  let hesitated = false;
  for (const token of sentence.tokens) {
    if (!token.isWord) continue;
    const isNoise = HESITATION.test(token.lower) || NOISES.has(token.lower);
    if (!isNoise && !OPENERS.has(token.lower)) return hesitated ? token.start : 0;
    hesitated ||= isNoise;
  }
  return 0;
}
