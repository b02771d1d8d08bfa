import type { Candidate } from "../../brief.ts";
import { HOLLOW_WORDS } from "../language/hollow-words.ts";
import type { Linguist, Sentence, Token } from "../language/linguist.ts";

/** What whoever leads a talk announces as its next subject. */
export interface CalledSubject {
  text: string;
  key: string;
  /** Index of the first candidate that is about it. */
  from: number;
}

interface Call extends CalledSubject {
  isFragment: boolean;
  speaker: string | null;
}

/** The subject follows these words: "topic one is boarding time", "let's move on to the budget". */
const CALLS_AFTER = [
  /\b(?:topic|item|point|subject)(?: number)? \w+ is /i,
  /\b(?:next|first|second|third|last|final) (?:topic|item|point|subject|thing)(?: (?:on|for) [\w ]{3,20})? is /i,
  /\b(?:let's|let us|we'll|we will|we can|we should|shall we|i'd like to|i would like to|going to|i want to|now) (?:now |just )?(?:move|moving|go|turn|turning|get|come|start|begin)(?: on| over| now)* (?:to|onto|with) /i,
  /\bmov(?:e|ing) on to /i,
  /\bbrings (?:me|us) (?:now )?to (?:something [^,.]*, which is )?/i,
];
/** The subject stands before these words: "refunds are next". */
const CALLS_BEFORE = [/ (?:is|are|comes|come) (?:up )?next\b/i];
/** A whole sentence that only names something: "Residents' passes." */
const FRAGMENT = /^(?:now,? |so,? |next,? |and )?[^,;:?!]{3,40}?(?:,? then)?\.$/i;
const MOST_FRAGMENT_WORDS = 4;
const MOST_WORDS = 4;
/** So many turns after the call must speak of it, among the passages that follow. */
const LEAST_TURNS = { phrase: 1, fragment: 2 };
const PASSAGES_AFTER = 5;
/** When less of a passage than this comes after the call, its subject begins with the next passage. */
const LEAST_REST = 0.5;
const NOMINAL = new Set(["NOUN", "PROPN", "ADJ"]);
const TITLE = /^(?:mr|mrs|ms|dr|hon|professor|minister|chair)$/;

/**
 * The subjects that are announced in a stretch of talk, in order, each at most once: by the words of whoever leads it, and
 * only where the talk then takes them up. English only; without a tagger there are none.
 */
export function calledSubjects(candidates: readonly Candidate[], linguist: Linguist): CalledSubject[] {
  if (!linguist.hasTagger) return [];
  const speakers = new Set(
    candidates.flatMap(({ turns }) =>
      turns.flatMap(({ speaker }) => speaker?.toLowerCase().split(/\s+/) ?? []),
    ),
  );
  const calls = candidates.flatMap((candidate, at) => callsIn(candidate, at, linguist, speakers));
  const leaders = new Set(calls.filter(({ isFragment }) => !isFragment).map(({ speaker }) => speaker));
  const stems = candidates.map(({ turns }) =>
    turns.map(
      ({ text }) => new Set(linguist.read(text).flatMap(({ tokens }) => tokens.map(({ stem }) => stem))),
    ),
  );
  const subjects = new Map<string, CalledSubject>();
  for (const { text, key, from, isFragment, speaker } of calls) {
    const head = key.split(" ").at(-1) ?? "";
    const following = stems.slice(from, from + PASSAGES_AFTER).flat();
    const takenUp = following.filter((turn) => turn.has(head)).length;
    if (takenUp < (isFragment ? LEAST_TURNS.fragment : LEAST_TURNS.phrase)) continue;
    if (isFragment && !leaders.has(speaker)) continue;
    if (from < candidates.length && !subjects.has(key)) subjects.set(key, { text, key, from });
  }
  return [...subjects.values()];
}

function callsIn(
  { turns }: Candidate,
  at: number,
  linguist: Linguist,
  speakers: ReadonlySet<string>,
): Call[] {
  const words = turns.map(({ text }) => text.split(/\s+/).length);
  const total = words.reduce((sum, count) => sum + count, 0);
  let said = 0;
  return turns.flatMap(({ speaker, text }, turn) =>
    linguist.read(text).flatMap((sentence, nth, sentences) => {
      if (nth === 0) said = words.slice(0, turn).reduce((sum, count) => sum + count, 0);
      said += sentence.wordCount;
      const isAfterWhole = sentences[nth - 1] === undefined || /[.!?]$/.test(sentences[nth - 1]?.text ?? "");
      const explicit = explicitSubject(sentence);
      const subject = explicit ?? (isAfterWhole ? fragmentSubject(sentence) : null);
      if (subject === null) return [];
      const named = subject.filter(({ lower }) => !HOLLOW_WORDS.has(lower));
      if (named.length === 0 || named.some(({ lower }) => speakers.has(lower) || TITLE.test(lower))) return [];
      const from = (total - said) / total >= LEAST_REST ? at : at + 1;
      const key = subject.map(({ stem }) => stem).join(" ");
      return [{ text: textOf(sentence, subject), key, from, isFragment: explicit === null, speaker }];
    }),
  );
}

function explicitSubject(sentence: Sentence): Token[] | null {
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

function fragmentSubject(sentence: Sentence): Token[] | null {
  if (sentence.wordCount > MOST_FRAGMENT_WORDS || !FRAGMENT.test(sentence.text)) return null;
  const words = sentence.tokens.filter(
    ({ isWord, lower }) => isWord && !/^(?:now|so|next|and|then)$/.test(lower),
  );
  const subject = leadingPhrase(words);
  const last = words.at(-1);
  return subject !== null && subject.at(-1) === last ? subject : null;
}

/** The noun phrase with which the tokens begin, after an article. */
function leadingPhrase(tokens: readonly Token[]): Token[] | null {
  const start = /^(?:the|a|an|our|my|this|that|these|those)$/.test(tokens[0]?.lower ?? "") ? 1 : 0;
  const phrase: Token[] = [];
  for (const token of tokens.slice(start, start + MOST_WORDS)) {
    if (!isNominal(token) && !(phrase.length > 0 && isPossessive(token))) break;
    phrase.push(token);
  }
  while (phrase.length > 0 && !isNoun(phrase.at(-1))) phrase.pop();
  const article = tokens[0];
  // "The name." names something only with its article.
  const [only] = phrase;
  if (phrase.length === 1 && start === 1 && article !== undefined && only !== undefined && article.lower === "the")
    return [only];
  return phrase.length === 0 ? null : phrase;
}

function isNominal({ pos, isWord, lower }: Token): boolean {
  return isWord && NOMINAL.has(pos) && !/^(?:i|we|you|they|it)$/.test(lower);
}

function isNoun(token: Token | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN";
}

function isPossessive({ text }: Token): boolean {
  return /^['’]s?$/.test(text);
}

/** In a heading only a name keeps its capital. */
function textOf(sentence: Sentence, subject: readonly Token[]): string {
  const [first] = subject;
  const last = subject.at(-1);
  if (first === undefined || last === undefined) return "";
  const text = sentence.text.slice(first.start, last.end);
  const opens = sentence.tokens.find(({ isWord }) => isWord) === first;
  return opens && !/^\p{Lu}[\p{Ll}'’]* \p{Lu}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
