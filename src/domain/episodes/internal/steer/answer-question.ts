import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Candidate } from "../../brief.ts";
import { type AnswerSentence, answerSentences } from "./answer-sentences.ts";
import type { PassageReader } from "./passage-reader.ts";
import { hasSign, type LookedFor, lookedForBy, withoutFrame } from "./read-question.ts";
import { contentOf, stemsOfText } from "./topic.ts";

/** How much each stem of a question tells, by the stem. */
export type QuestionWeights = Readonly<Record<string, number>>;

/** How surely words answer: they do as far as code can tell, or they only say something about it. */
export type Trust = "ANSWERS" | "SPEAKS_OF_IT";

/** Of what a question tells, a passage speaks of this share before its sentences are looked at. */
const LEAST_OF_PASSAGE = 0.5;
/** Of what a question tells, an answer with its neighbours speaks of this share, the words quoted of that; to answer surely, of more. */
const LEAST = { near: 0.5, own: 0.2, rare: 0.5 };
/** Who, where and why are often answered without a word that shows it; so much of the question in the words themselves will do. */
const PLAIN = { near: 0.65, own: 0.6, rare: 0.65 };
const SURE = { near: 0.65, own: 0.3, rare: 0.65 };
/** Stems that tell this share of what the rarest one tells are the rare ones. */
const RARE = 0.75;
/** Names and figures tell more than nouns, what is done less: "pays" is said in other words more often than "hospital". */
const NAME_WEIGHT = 1.25;
const VERB_WEIGHT = 0.8;
const NEIGHBOURS = { before: 2, after: 1 };
const SHORTEST_ANSWER = 4;
const LONGEST_ANSWER = 160;
const MOST_SENTENCES = 3;
/** A stretch of speech up to this length is quoted as a whole. */
const SHORT_STRETCH = 60;
/** How the length of an answer weighs against it, as in BM25 (Robertson and Walker 1994). */
const LENGTH = { weight: 0.25, usual: 30 };

/** Weighs the stems of a question by how few passages have them; what no passage has weighs most. */
export function weighQuestion(
  question: string,
  terms: readonly string[],
  candidates: readonly Candidate[],
  reader: PassageReader,
): QuestionWeights {
  const stemsOf = candidates.map((candidate) => reader.stems(candidate));
  const count = (stem: string) => stemsOf.filter((stems) => stems.has(stem)).length;
  const total = (stems: readonly string[]) => stems.reduce((sum, stem) => sum + count(stem), 0);
  const asked = reader.languages.map((language) => factorsOf(question, terms, language));
  // A question is in one language: that whose stems the sources know best.
  const factors = asked.toSorted((a, b) => total([...b.keys()]) - total([...a.keys()]))[0] ?? new Map();
  const weights = [...factors].map(
    ([stem, factor]) => [stem, factor * Math.log((candidates.length + 2) / (count(stem) + 1))] as const,
  );
  return Object.fromEntries(weights);
}

/** The stems that tell something in a question, each with what its kind of word makes of its weight. */
function factorsOf(question: string, terms: readonly string[], language: string): Map<string, number> {
  const framed = withoutFrame(question);
  const content = new Set(contentOf([framed, ...terms].join(" — "), language));
  const tokens = linguistFor(language)
    .read(framed)
    .flatMap((sentence) => sentence.tokens);
  const factor = (stem: string) => {
    const token = tokens.find((each) => each.stem === stem);
    if (token === undefined || token.pos === "") return 1;
    if (token.pos === "PROPN" || /\d/.test(token.text) || /^\p{Lu}{2,}$/u.test(token.text))
      return NAME_WEIGHT;
    return token.pos === "VERB" ? VERB_WEIGHT : 1;
  };
  const telling = [...content].filter((stem) => stem.length > 1 || /\d/.test(stem));
  return new Map((telling.length > 0 ? telling : [...content]).map((stem) => [stem, factor(stem)]));
}

interface Found {
  passageId: string;
  quote: string;
  score: number;
}

/**
 * The words that answer best, as they stand in their passage and are not in `taken`; null where none do well enough. Sentences are looked at
 * one, two and three at a time: how much they say of what the question tells, alone, with the sentences around them and in their passage, and
 * whether they have what the question looks for. `isAllowed` is asked of what would be quoted.
 */
export function answerQuestion(
  question: string,
  weights: QuestionWeights,
  candidates: readonly Candidate[],
  reader: PassageReader,
  { taken, isAllowed = () => true }: { taken: ReadonlySet<string>; isAllowed?: (text: string) => boolean },
): Omit<Found, "score"> | null {
  const near = candidates
    .map((candidate) => ({ candidate, share: coverage(weights, reader.stems(candidate)) }))
    .filter(({ share }) => share >= LEAST_OF_PASSAGE);
  const found = near.flatMap(({ candidate, share }) => {
    const windows = windowsOf(candidate, reader.languages);
    return windows.flatMap((window): Found[] => {
      const fit = fitOf(question, weights, window);
      if (fit.trust === null) return [];
      const isSure = fit.trust === "ANSWERS" ? 0.3 : 0;
      const said = fit.own * 0.3 + fit.focus * 0.7 + fit.near * 0.4 + share * 0.2 + isSure;
      const cues = (fit.hasSign ? 0.2 : 0) + (fit.isCounted ? 0.2 : 0) + (window.isReply ? 0.1 : 0);
      const length = 1 - LENGTH.weight + (LENGTH.weight * window.words) / LENGTH.usual;
      return [
        { passageId: candidate.id, quote: window.quote, score: (said + cues) / Math.max(0.85, length) },
      ];
    });
  });
  const best = found
    .toSorted((a, b) => b.score - a.score)
    .find(({ quote }) => !taken.has(quote) && isAllowed(quote));
  return best === undefined ? null : { passageId: best.passageId, quote: best.quote };
}

/** How surely words that were quoted from a passage answer a question, whoever chose them; null where they do not. */
export function trustIn(
  question: string,
  weights: QuestionWeights,
  passage: Candidate,
  quote: string,
  languages: readonly string[],
): Trust | null {
  const all = windowsOf(passage, languages);
  const inside = all.filter(({ text }) => quote.includes(text));
  // Of a part of a sentence, only what it says itself counts.
  const part = { text: quote, stems: stemsOfText(quote, languages) };
  const around = all.filter(({ text }) => text.includes(quote));
  const parts = around.map((window) => ({ ...window, text: quote, own: part.stems, sentences: [part] }));
  const windows = inside.length > 0 ? inside : parts;
  const trusts = windows.map((window) => fitOf(question, weights, window).trust);
  return trusts.find((trust) => trust === "ANSWERS") ?? trusts.find((trust) => trust !== null) ?? null;
}

interface Window {
  /** The words that are looked at, and what is set apart for them. */
  text: string;
  quote: string;
  words: number;
  quoteWords: number;
  own: ReadonlySet<string>;
  near: ReadonlySet<string>;
  sentences: readonly Pick<AnswerSentence, "text" | "stems">[];
  isReply: boolean;
}

/** How well sentences fit a question. */
function fitOf(question: string, weights: QuestionWeights, { text, own, near, sentences }: Window) {
  const lookedFor = lookedForBy(question);
  const isSeen = hasSign(lookedFor, text, question);
  const most = Math.max(...Object.values(weights));
  const rare = Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight >= most * RARE));
  // What is looked for tells most where the same sentence says of what.
  const seen = sentences.filter((sentence) => hasSign(lookedFor, sentence.text, question));
  const fit = {
    own: coverage(weights, own),
    near: coverage(weights, near),
    rare: coverage(rare, near),
    focus: Math.max(0, ...seen.map(({ stems }) => coverage(weights, stems))),
    hasSign: isSeen,
    isCounted: hasSign({ sign: lookedFor.counted }, text, question),
  };
  const reaches = (least: typeof SURE) =>
    fit.own >= least.own && fit.near >= least.near && fit.rare >= least.rare;
  return { ...fit, trust: trustOf(lookedFor, fit, reaches) };
}

function trustOf(
  { sign, counted, isNeeded }: LookedFor,
  { hasSign, isCounted }: { hasSign: boolean; isCounted: boolean },
  reaches: (least: typeof SURE) => boolean,
): Trust | null {
  if (isNeeded && !hasSign) return null;
  // Some number is there, and nobody can tell of what.
  if (counted !== null && !isCounted) return reaches(SURE) ? "SPEAKS_OF_IT" : null;
  if (reaches(SURE) && (hasSign || sign === null || (!isNeeded && reaches(PLAIN)))) return "ANSWERS";
  return reaches(LEAST) ? "SPEAKS_OF_IT" : null;
}

/** One to three sentences that stand together, with the stems of those around them. */
function windowsOf(candidate: Candidate, languages: readonly string[]): Window[] {
  const sentences = answerSentences(candidate, languages);
  const isUsable = (sentence: (typeof sentences)[number] | undefined): sentence is AnswerSentence =>
    sentence !== undefined && sentence.stretch !== null;
  return sentences.flatMap((first, from) => {
    const windows: Window[] = [];
    for (let count = 1; count <= MOST_SENTENCES; count++) {
      const last = sentences[from + count - 1];
      if (!isUsable(first) || !isUsable(last) || last.stretch !== first.stretch) break;
      const inside = sentences.slice(from, from + count).filter(isUsable);
      const around = sentences.slice(Math.max(0, from - NEIGHBOURS.before), from + count + NEIGHBOURS.after);
      windows.push({
        ...quoteOf(inside, first, last),
        words: inside.reduce((sum, each) => sum + each.words, 0),
        text: inside.map(({ text }) => text).join(" "),
        own: union(inside),
        near: union(around),
        sentences: inside,
        isReply: first.isReply,
      });
    }
    return windows.filter(({ quoteWords }) => quoteWords >= SHORTEST_ANSWER && quoteWords <= LONGEST_ANSWER);
  });
}

/** A paragraph and a short stretch of speech as a whole; of a longer one, the sentences alone, with the one that they lean on. */
function quoteOf(
  inside: readonly AnswerSentence[],
  first: AnswerSentence,
  last: AnswerSentence,
): Pick<Window, "quote" | "quoteWords"> {
  const { stretch } = first;
  const spans = [...stretch.spans];
  const starts = spans.findIndex(([sentence]) => sentence === first);
  const [before] = first.isDangling && starts > 0 ? (spans[starts - 1] ?? []) : [];
  const isShort = stretch.isWhole || stretch.words <= SHORT_STRETCH;
  if (stretch.isWhole) return { quote: stretch.text, quoteWords: stretch.words };
  const start = (isShort ? spans[0] : spans[starts - (before === undefined ? 0 : 1)])?.[1][0] ?? 0;
  const end = (isShort ? spans.at(-1) : spans.find(([sentence]) => sentence === last))?.[1][1];
  const words = isShort ? stretch.words : inside.reduce((sum, each) => sum + each.words, before?.words ?? 0);
  return { quote: stretch.text.slice(start, end), quoteWords: words };
}

function union(sentences: readonly { stems: ReadonlySet<string> }[]): Set<string> {
  return new Set(sentences.flatMap(({ stems }) => [...stems]));
}

/** Share of what the question tells that is among these stems. */
export function coverage(weights: QuestionWeights, stems: ReadonlySet<string>): number {
  const entries = Object.entries(weights);
  const all = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const known = entries.reduce((sum, [stem, weight]) => sum + (stems.has(stem) ? weight : 0), 0);
  return all === 0 ? 0 : known / all;
}
