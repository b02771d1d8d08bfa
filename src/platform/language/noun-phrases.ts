import { HOLLOW_WORDS } from "./hollow-words.ts";
import type { Linguist, Sentence, Token } from "./linguist.ts";

const MOST_WORDS = 3;
/** Below, a word is on everyone's lips and names nothing. */
const LEAST_RARITY = 0.12;
/** Hollow by themselves, these name something after a noun: "payment page", "boarding time". */
const COMPOUND_HEADS = /^(?:page|time|line|point|number|version|table|area)s?$/;
const NOUNS = new Set(["NOUN", "PROPN"]);
const NOMINAL = new Set([...NOUNS, "ADJ"]);
const VERBS = new Set(["VERB", "AUX"]);

export interface NounPhrase {
  tokens: Token[];
  /** Neither a noun before nor one behind belongs to it as well. */
  isWhole: boolean;
  /** A modifier stands in the plural or ends in -ing, as in compounds seldom and in sentences often: "parties split". */
  isOdd: boolean;
}

/**
 * The noun phrases of a sentence and their parts that are phrases too, up to three words; without a tagger the runs of
 * content words. Left out is what the rest of its clause needs for a verb; `verbs` are the stems that the source also uses as
 * verbs.
 */
export function nounPhrases(
  sentence: Sentence,
  linguist: Linguist,
  verbs: ReadonlySet<string>,
): NounPhrase[] {
  const found: NounPhrase[] = [];
  for (const run of nominalRuns(sentence, linguist)) {
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + MOST_WORDS); to++) {
        const tokens = run.slice(from, to);
        if (
          !isPhrase(tokens, linguist) ||
          isOwner(tokens, sentence) ||
          isVerbOfItsClause(tokens, sentence, linguist, verbs)
        )
          continue;
        const isWhole = to === run.length && !run.slice(0, from).some(({ pos }) => NOUNS.has(pos));
        const isOdd = tokens
          .slice(0, -1)
          .some((token) => /ing$/.test(token.lower) || (token.pos === "NOUN" && isPlural(token)));
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
    const previous = runs.at(-1)?.at(-1);
    const isHead = COMPOUND_HEADS.test(token.lower) && token.pos === "NOUN" && previous?.pos === "NOUN";
    const isNamed = isHead || (token.isContent && !HOLLOW_WORDS.has(token.lower));
    const belongs = token.isWord && isNominal && isNamed;
    const touches = previousEnd !== -1 && /^[\s-]*$/.test(sentence.text.slice(previousEnd, token.start));
    if (!belongs || (isHead && !touches)) runs.push([]);
    else if (touches) runs.at(-1)?.push(token);
    else runs.push([token]);
    previousEnd = token.end;
  }
  return runs.filter((run) => run.length > 0);
}

function isPhrase(tokens: readonly Token[], linguist: Linguist): boolean {
  const head = tokens.at(-1);
  if (head === undefined || head.lower.length < 3) return false;
  const letters = linguist.hasTagger ? /^\p{L}[\p{L}-]+$/u : /^\p{L}[\p{L}’'-]+$/u;
  if (!tokens.every((token) => letters.test(token.text))) return false;
  if (linguist.hasTagger && !NOUNS.has(head.pos)) return false;
  // German writes its nouns with a capital, which is as good as a tagger here.
  if (/^de\b/.test(linguist.language) && !/^\p{Lu}/u.test(head.text)) return false;
  if (new Set(tokens.map((token) => token.stem)).size < tokens.length) return false;
  const [last, ...modifiers] = tokens.toReversed();
  if (last === undefined || modifiers.some(({ lower }) => HOLLOW_WORDS.has(lower))) return false;
  const telling = HOLLOW_WORDS.has(last.lower) ? modifiers : tokens;
  return telling.length > 0 && telling.every((token) => linguist.rarity(token.lower) > LEAST_RARITY);
}

/**
 * "… because parties split.", "a machine costs seven times …": where the clause has no other verb, the tagger has taken its
 * verb for a noun.
 */
function isVerbOfItsClause(
  phrase: readonly Token[],
  { tokens }: Sentence,
  linguist: Linguist,
  verbs: ReadonlySet<string>,
): boolean {
  const last = phrase.at(-1);
  if (!linguist.hasTagger || last === undefined || phrase.length < 2) return false;
  if (!verbs.has(last.stem) && !isPlural(last)) return false;
  const at = tokens.indexOf(last);
  const next = tokens[at + 1];
  if (next !== undefined && ["DET", "NUM", "PRON"].includes(next.pos)) return true;
  const start = tokens.slice(0, at).findLastIndex(isBoundary);
  const rest = tokens.slice(at + 1).findIndex(isBoundary);
  const clause = tokens.slice(start + 1, rest === -1 ? tokens.length : at + 1 + rest);
  return !clause.some(({ pos }) => VERBS.has(pos));
}

function isBoundary({ pos, isWord, text }: Token): boolean {
  return pos === "SCONJ" || pos === "CCONJ" || (!isWord && /^[,.;:?!–—]$/.test(text));
}

/** "Residential children" is no phrase of "residential children's homes". */
function isOwner(phrase: readonly Token[], { tokens }: Sentence): boolean {
  const last = phrase.at(-1);
  const next = last === undefined ? undefined : tokens[tokens.indexOf(last) + 1];
  return next !== undefined && /^['’]s?$/.test(next.text) && next.start === last?.end;
}

function isPlural({ lower }: Token): boolean {
  return /[^su]s$/.test(lower);
}
