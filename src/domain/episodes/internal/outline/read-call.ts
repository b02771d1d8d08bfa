import { HOLLOW_WORDS } from "#platform/language/hollow-words.ts";
import type { Sentence, Token } from "#platform/language/linguist.ts";

/** The subject follows these words: "topic one is boarding time", "let's move on to the budget". */
export const NUMBERED = /\b(?:topic|item|point|subject)(?: number)? \w+ is /i;
const CALLS_AFTER = [
  NUMBERED,
  /\b(?:next|first|second|third|last|final) (?:topic|item|point|subject|thing)(?: (?:on|for) [\w ]{3,20})? is /i,
  /\b(?:let's|let us|we'll|we will|we can|we should|shall we|i'd like to|i would like to|going to|i want to|now) (?:now |just )?(?:move|moving|go|turn|turning|get|come|start|begin)(?: on| over| now)* (?:to|onto|with) /i,
  /\bmov(?:e|ing) on to /i,
  /\bbrings (?:me|us) (?:now )?to (?:something [^,.]*, which is )?/i,
];
/** The subject stands before these words: "refunds are next". */
const CALLS_BEFORE = [/ (?:is|are|comes|come) (?:up )?next\b/i];
/** A whole sentence that only names something: "Residents' passes." */
const FRAGMENT = /^(?:(?:now|so|next|and),? )?[^,;:?!.]{3,40}?(?:,? then)?\.$/i;
const MOST_WORDS = 4;
const NOMINAL = new Set(["NOUN", "PROPN", "ADJ"]);

/** What a sentence announces: "refunds" of "I think refunds are next". */
export function explicitSubject(sentence: Sentence): Token[] | null {
  for (const pattern of CALLS_AFTER) {
    const call = pattern.exec(sentence.text);
    if (call === null) continue;
    const end = call.index + call[0].length;
    const subject = leadingPhrase(sentence.tokens.filter(({ start }) => start >= end));
    if (subject !== null) return subject;
  }
  for (const pattern of CALLS_BEFORE) {
    const call = pattern.exec(sentence.text);
    if (call === null) continue;
    const before = sentence.tokens.filter(({ end }) => end <= call.index);
    const start = before.findLastIndex((token) => !isNominal(token)) + 1;
    const subject = leadingPhrase(before.slice(start));
    if (subject !== null) return subject;
  }
  return null;
}

/** What a sentence consists of: "Residents' passes."; `nouns` are the stems that are nouns somewhere in the talk. */
export function fragmentSubject(sentence: Sentence, nouns: ReadonlySet<string>): Token[] | null {
  if (!FRAGMENT.test(sentence.text)) return null;
  const words = sentence.tokens.filter(
    ({ text, lower }) => /[\p{L}’']/u.test(text) && !/^(?:now|so|next|and|then)$/.test(lower),
  );
  const last = words.at(-1);
  if (last === undefined || words.length > MOST_WORDS) return null;
  // In a bare name the tagger misses the verb that tells it what is a noun.
  const isOwned = isPossessive(words.at(-2));
  const isName = last.pos === "VERB" && (isOwned || nouns.has(last.stem));
  const subject = leadingPhrase(
    words.map((word) => (word === last && isName ? { ...word, pos: "NOUN" } : word)),
  );
  return subject !== null && subject.at(-1)?.end === last.end ? subject : null;
}

/** The noun phrase with which the tokens begin, after an article; a noun alone keeps it: "the name". */
function leadingPhrase(tokens: readonly Token[]): Token[] | null {
  const article = /^(?:the|a|an|our|my|this|that|these|those)$/.test(tokens[0]?.lower ?? "")
    ? tokens[0]
    : undefined;
  const start = article === undefined ? 0 : 1;
  const phrase: Token[] = [];
  for (const [at, token] of tokens.slice(start, start + MOST_WORDS).entries()) {
    const next = tokens[start + at + 1];
    const isGerund = token.pos === "VERB" && /ing$/.test(token.lower) && next !== undefined && isNoun(next);
    if (!isNominal(token) && !isGerund && !(phrase.length > 0 && isPossessive(token))) break;
    if (phrase.length > 0 || !HOLLOW_WORDS.has(token.lower) || isNoun(token)) phrase.push(token);
  }
  while (phrase.length > 0 && !isNoun(phrase.at(-1))) phrase.pop();
  if (phrase.length === 0) return null;
  const isAlone = phrase.length === 1 && tokens[start + 1] === undefined;
  return isAlone && article?.lower === "the" ? [article, ...phrase] : phrase;
}

function isNominal({ pos, isWord, lower }: Token): boolean {
  return isWord && NOMINAL.has(pos) && !/^(?:i|we|you|they|it)$/.test(lower);
}

export function isNoun(token: Token | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN";
}

function isPossessive(token: Token | undefined): boolean {
  return /^['’]s?$/.test(token?.text ?? "");
}

/** In a heading only a name keeps its capital. */
export function textOf(sentence: Sentence, subject: readonly Token[]): string {
  const [first] = subject;
  const last = subject.at(-1);
  if (first === undefined || last === undefined) return "";
  const text = sentence.text.slice(first.start, last.end);
  const opens = sentence.tokens.find(({ isWord }) => isWord)?.start === first.start;
  return opens && !/^\p{Lu}[\p{Ll}'’]* \p{Lu}/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
