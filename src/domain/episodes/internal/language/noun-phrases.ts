import { HOLLOW_WORDS } from "./hollow-words.ts";
import type { Linguist, Sentence, Token } from "./linguist.ts";

const MOST_WORDS = 3;
/** Below, a word is on everyone's lips and names nothing. */
const LEAST_RARITY = 0.12;
const NOUNS = new Set(["NOUN", "PROPN"]);
const NOMINAL = new Set([...NOUNS, "ADJ"]);
const VERBS = new Set(["VERB", "AUX"]);

export interface NounPhrase {
  tokens: Token[];
  /** Neither a noun before nor one behind belongs to it as well. */
  isWhole: boolean;
  /** A modifier stands in the plural, as compounds seldom have it and sentences often: "parties split". */
  isOdd: boolean;
}

/**
 * The noun phrases of a sentence and their parts that are phrases too, up to three words; without a tagger the runs of
 * content words. Left out is what the rest of its clause needs for a verb.
 */
export function nounPhrases(sentence: Sentence, linguist: Linguist): NounPhrase[] {
  const found: NounPhrase[] = [];
  for (const run of nominalRuns(sentence, linguist)) {
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + MOST_WORDS); to++) {
        const tokens = run.slice(from, to);
        if (!isPhrase(tokens, linguist) || isVerbOfItsClause(tokens, sentence, linguist)) continue;
        const isWhole = to === run.length && !run.slice(0, from).some(({ pos }) => NOUNS.has(pos));
        const isOdd = tokens.slice(0, -1).some((token) => token.pos === "NOUN" && isPlural(token));
        found.push({ tokens, isWhole, isOdd });
      }
    }
  }
  return found;
}

/** Runs of adjectives and nouns (or of content words, without a tagger) with nothing but blanks or hyphens between. */
function nominalRuns(sentence: Sentence, linguist: Linguist): Token[][] {
  const runs: Token[][] = [[]];
  let previousEnd = -1;
  for (const token of sentence.tokens) {
    if (token.text === "-") continue;
    const isNominal = !linguist.hasTagger || NOMINAL.has(token.pos);
    const belongs = token.isWord && token.isContent && isNominal && !HOLLOW_WORDS.has(token.lower);
    const touches = previousEnd !== -1 && /^[\s-]*$/.test(sentence.text.slice(previousEnd, token.start));
    if (!belongs) runs.push([]);
    else if (touches) runs.at(-1)?.push(token);
    else runs.push([token]);
    previousEnd = token.end;
  }
  return runs.filter((run) => run.length > 0);
}

function isPhrase(tokens: readonly Token[], linguist: Linguist): boolean {
  const head = tokens.at(-1);
  if (head === undefined || head.lower.length < 3) return false;
  if (!tokens.every((token) => /^\p{L}[\p{L}’'-]+$/u.test(token.text))) return false;
  if (linguist.hasTagger && !NOUNS.has(head.pos)) return false;
  if (new Set(tokens.map((token) => token.stem)).size < tokens.length) return false;
  return tokens.every((token) => linguist.rarity(token.lower) > LEAST_RARITY);
}

/** "… because parties split.": where the clause has no other verb, the tagger has taken its verb for a noun. */
function isVerbOfItsClause(phrase: readonly Token[], { tokens }: Sentence, linguist: Linguist): boolean {
  const last = phrase.at(-1);
  if (!linguist.hasTagger || last === undefined || phrase.length < 2) return false;
  const at = tokens.indexOf(last);
  const before = tokens.slice(0, at);
  const start = before.findLastIndex(({ pos, isWord }) => pos === "SCONJ" || !isWord);
  if (before[start]?.pos !== "SCONJ") return false;
  const clause = tokens.slice(start + 1);
  const end = clause.findIndex(({ isWord, text }) => !isWord && text !== "-");
  return !clause.slice(0, end === -1 ? clause.length : end).some(({ pos }) => VERBS.has(pos));
}

function isPlural({ lower }: Token): boolean {
  return /[^su]s$/.test(lower);
}
