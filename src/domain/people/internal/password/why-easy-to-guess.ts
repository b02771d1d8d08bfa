import { type MatchExtended, ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** Found by fewer than ten thousand million guesses: what a list of common passwords and their variations needs. */
const GOOD_ENOUGH = 3;
const WHAT_TO_DO = "Try a few words that have nothing to do with each other, or with you.";

const REASONS: Record<string, string> = {
  topTen: "This is one of the ten most common passwords.",
  topHundred: "This is one of the hundred most common passwords.",
  common: "This is a very common password.",
  similarToCommon: "This is close to a very common password.",
  wordByItself: "A single word is easy to guess.",
  namesByThemselves: "Names are easy to guess.",
  commonNames: "Names are easy to guess.",
  straightRow: "Keys in a row are easy to guess.",
  keyPattern: "A pattern on the keyboard is easy to guess.",
  simpleRepeat: "The same character again and again is easy to guess.",
  extendedRepeat: "The same few characters again and again are easy to guess.",
  sequences: "Letters or digits in their order are easy to guess.",
  recentYears: "Years are easy to guess.",
  dates: "Dates are easy to guess.",
};
const OWN_WORDS = "It is made of your name, your address or your organisation's name.";

let made: ZxcvbnFactory | undefined;

/**
 * Why a password would be guessed soon, and what to do, in words for the person; null when it is good enough. Checked against the
 * passwords that are most common and the words that others know of the person (zxcvbn; Wheeler, USENIX Security 2016).
 */
export function whyEasyToGuess(password: string, ownWords: readonly string[]): string | null {
  made ??= new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    maxLength: 128,
    l33tMaxSubstitutions: 20,
  });
  const { score, feedback, sequence } = made.check(password, [...ownWords]);
  if (sequence.some(isOwnWord) && sequence.every(addsLittle)) return `${OWN_WORDS} ${WHAT_TO_DO}`;
  if (score >= GOOD_ENOUGH) return null;
  return `${REASONS[feedback.warning ?? ""] ?? "This is easy to guess."} ${WHAT_TO_DO}`;
}

function isOwnWord(match: MatchExtended): boolean {
  return match.pattern === "dictionary" && "dictionaryName" in match && match.dictionaryName === "userInputs";
}

/** A year, a few digits or a sign after one's name is what everybody tries. */
function addsLittle(match: MatchExtended): boolean {
  if (isOwnWord(match)) return true;
  if (match.pattern === "dictionary" || match.pattern === "wordSequence") return false;
  return match.pattern !== "bruteforce" || match.token.length <= 3;
}
