import type { Linguist, Sentence, Token } from "#platform/language/linguist.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Lexicon } from "./lexicon.ts";

const MOST_TERMS = 3;
const MOST_WORDS = 4;
const MOST_CHARS = 60;
/** Below, an English word is on everyone's lips and names no topic by itself. */
const LEAST_RARITY = 0.12;
const NOMINAL = new Set(["NOUN", "PROPN", "ADJ", "NUM"]);
const NOUNS = new Set(["NOUN", "PROPN"]);

/** The topics that a stretch of a note names, as they are written there in lower case: the first and the most telling first. */
export function findTopic(stretch: string, lexicon: Lexicon): string[] {
  const linguist = linguistFor(lexicon.language);
  const phrases = linguist.read(stretch).flatMap((sentence) => phrasesOf(sentence, linguist, lexicon));
  const found: string[] = [];
  for (const phrase of phrases.sort((one, other) => other.worth - one.worth)) {
    if (found.length === MOST_TERMS) break;
    if (!found.some((each) => each.includes(phrase.text) || phrase.text.includes(each)))
      found.push(phrase.text);
  }
  return found;
}

interface Phrase {
  text: string;
  worth: number;
}

function phrasesOf(sentence: Sentence, linguist: Linguist, lexicon: Lexicon): Phrase[] {
  return runsOf(sentence, linguist, lexicon).flatMap((run, at) => {
    const tokens = run.slice(-MOST_WORDS);
    const first = tokens[0];
    const last = tokens.at(-1);
    if (first === undefined || last === undefined) return [];
    const text = sentence.text.slice(first.start, last.end).toLowerCase();
    if (text.length > MOST_CHARS) return [];
    const telling = Math.max(...tokens.map(({ lower }) => linguist.rarity(lower)));
    // What is named first is what the note is about; what comes later is often a reason.
    return [{ text, worth: telling + Math.min(tokens.length, 3) * 0.15 - at * 0.2 }];
  });
}

/** Stretches of names and their adjectives: by the tagger, by capitals in German, else by leaving out what means nothing. */
function runsOf(sentence: Sentence, linguist: Linguist, lexicon: Lexicon): Token[][] {
  const runs: Token[][] = [[]];
  let end = -1;
  for (const token of sentence.tokens) {
    if (/^['’]s$/.test(token.lower) || token.text === "-") {
      if (end !== -1) end = token.end;
      continue;
    }
    const touches = end !== -1 && /^[\s-]*$/.test(sentence.text.slice(end, token.start));
    if (!isTopical(token, linguist, lexicon)) {
      runs.push([]);
      end = -1;
      continue;
    }
    if (touches) runs.at(-1)?.push(token);
    else runs.push([token]);
    end = token.end;
  }
  return runs.filter((run) => namesSomething(run, linguist));
}

function isTopical(token: Token, linguist: Linguist, lexicon: Lexicon): boolean {
  if (!token.isWord || lexicon.notTopics.has(token.lower) || lexicon.notTopics.has(token.stem)) return false;
  if (!token.isContent) return false;
  if (!linguist.hasTagger) return linguist.language !== "de" || /^\p{Lu}|-/u.test(token.text);
  return NOMINAL.has(token.pos);
}

function namesSomething(run: readonly Token[], linguist: Linguist): boolean {
  const last = run.at(-1);
  if (last === undefined) return false;
  if (!run.some(({ text }) => /\p{L}{2}/u.test(text))) return false;
  if (!linguist.hasTagger) return true;
  return run.some(({ pos, lower }) => NOUNS.has(pos) && linguist.rarity(lower) > LEAST_RARITY);
}
