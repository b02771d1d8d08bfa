import type { Linguist, Sentence } from "#platform/language/linguist.ts";
import { DANGLING, HESITATION, POINTING, PROCEDURE } from "../transcript/speech-lexicon.ts";

/** Openings that lean on what stands before, beside pronouns. */
const LEANING =
  /^(?:and|but|so|or|nor|yet|however|therefore|thus|hence|otherwise|instead|for (?:example|instance|this)|in this|at this|with (?:this|that)|as (?:a result|above|below)|above|below|yes|no|well|again|because|und|aber|also|mais|et|pero|y)\b/i;
/** True for a sentence that can be printed alone: whole, straight, and not leaning on its neighbours. */
export function isQuotable(sentence: Sentence, linguist: Linguist): boolean {
  const first = sentence.tokens.find((token) => token.isWord);
  if (first === undefined || !/^["“(]?\p{Lu}/u.test(sentence.text) || !/[.!]["”’)]?$/.test(sentence.text))
    return false;
  if (DANGLING[linguist.language]?.has(first.lower) === true) return false;
  if (PROCEDURE.test(sentence.text)) return false;
  if (LEANING.test(sentence.text) || POINTING.test(sentence.text)) return false;
  if (sentence.tokens.some((token) => HESITATION.test(token.lower))) return false;
  if (/[:|`*_]|\s[–—-]{1,2}\s*$|…|\[/.test(sentence.text.slice(0, -1))) return false;
  return !linguist.hasTagger || sentence.tokens.some((token) => token.pos === "VERB" || token.pos === "AUX");
}
