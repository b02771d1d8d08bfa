import { HOLLOW_WORDS } from "#platform/language/hollow-words.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { SteeredTopic } from "../../brief.ts";

/** A sentence as far as a topic is concerned. */
export interface ReadSentence {
  stems: ReadonlySet<string>;
  words: number;
}

/** A term that tells less than this share of what the rarest one tells is too common to make a sentence about the topic. */
const LEAST_TELLING = 0.35;
/** The first term is what a note is about. Another that tells much less only says of what: the "children" of "mental health support for children". */
const LEAST_BESIDE_FIRST = 0.8;

/** The languages in which words of a series are compared, that of the series first. */
export function languagesOf(project: string, others: readonly (string | null)[]): string[] {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0] ?? tag;
  return [...new Set([primary(project), ...others.flatMap((tag) => (tag === null ? [] : [primary(tag)]))])];
}

/** The sentences of a plain text with the stems of their words, in every language of the series. */
export function readSentences(plain: string, languages: readonly string[]): ReadSentence[] {
  const [first = "en", ...others] = languages;
  return linguistFor(first)
    .read(plain)
    .map((sentence) => {
      const stems = new Set(sentence.tokens.filter(({ isWord }) => isWord).map(({ stem }) => stem));
      for (const language of others) for (const stem of stemsOf(sentence.text, language)) stems.add(stem);
      return { stems, words: sentence.wordCount };
    });
}

/** True when the sentence holds all stems of one of the topic's terms. */
export function isAbout({ stems }: ReadSentence, topic: Pick<SteeredTopic, "stems">): boolean {
  return topic.stems.some((term) => term.length > 0 && term.every((stem) => stems.has(stem)));
}

/** Share of the words that stand in sentences about the topic, 0 to 1. */
export function shareAbout(sentences: readonly ReadSentence[], topic: Pick<SteeredTopic, "stems">): number {
  const all = sentences.reduce((sum, { words }) => sum + words, 0);
  const about = sentences.reduce((sum, sentence) => sum + (isAbout(sentence, topic) ? sentence.words : 0), 0);
  return all === 0 ? 0 : about / all;
}

/**
 * What a topic is told by in these passages. Terms are weighed by the logarithm of how few passages have them (inverse document frequency,
 * Spärck Jones 1972): a word that stands nearly everywhere makes nothing be about the topic while it has a rarer one. A phrase that
 * stands nowhere counts by its longest parts that do: "mental health support" by "mental health", and not by "support".
 */
export function topicInSources(
  terms: readonly string[],
  passages: readonly (readonly ReadSentence[])[],
  languages: readonly string[],
): SteeredTopic {
  const frequency = (term: readonly string[]) =>
    passages.filter((sentences) => sentences.some((sentence) => isAbout(sentence, { stems: [[...term]] })))
      .length;
  const wanted = languages.flatMap((language) => terms.map((term) => contentOf(term, language)));
  const known = wanted.flatMap((term) => longestParts(term, (part) => frequency(part) > 0));
  const distinct = [...new Map(known.map((term) => [term.join(" "), term])).values()].filter(
    (term) => term.length > 0,
  );
  const weighed = distinct.map((term) => {
    const count = frequency(term);
    return { term, weight: count === 0 ? -1 : Math.log((passages.length + 1) / (count + 1)) };
  });
  const most = Math.max(...weighed.map(({ weight }) => weight));
  const first = new Set(languages.flatMap((language) => contentOf(terms[0] ?? "", language)));
  const isOfFirst = (term: readonly string[]) => term.every((stem) => first.has(stem));
  const leading = Math.max(-1, ...weighed.flatMap(({ term, weight }) => (isOfFirst(term) ? [weight] : [])));
  const telling = weighed.filter(
    ({ term, weight }) =>
      weight >= 0 &&
      weight >= most * LEAST_TELLING &&
      (isOfFirst(term) || weight >= leading * LEAST_BESIDE_FIRST),
  );
  const stems = (telling.length > 0 ? telling : weighed).map(({ term }) => term);
  return { stems, inSources: shareAbout(passages.flat(), { stems }) };
}

/** The whole of a phrase, or the longest stretches of it, that `occurs` finds somewhere; its single words where it finds none. */
function longestParts(term: readonly string[], occurs: (part: readonly string[]) => boolean): string[][] {
  for (let length = term.length; length > 1; length--) {
    const starts = Array.from({ length: term.length - length + 1 }, (_, from) => from);
    const found = starts.map((from) => term.slice(from, from + length)).filter(occurs);
    if (found.length > 0) return found;
  }
  return term.map((stem) => [stem]);
}

/** The stems of the words that name something; of a text without such words, of all. */
export function contentOf(text: string, language: string): string[] {
  const tokens = linguistFor(language)
    .read(text)
    .flatMap((sentence) => sentence.tokens.filter(({ isWord }) => isWord));
  const content = tokens.filter(({ isContent }) => isContent);
  const naming = content.filter(({ lower }) => !HOLLOW_WORDS.has(lower));
  const chosen = naming.length > 0 ? naming : content.length > 0 ? content : tokens;
  return [...new Set(chosen.map(({ stem }) => stem))];
}

/** The stems of all words of a text, in each of the languages. */
export function stemsOfText(text: string, languages: readonly string[]): Set<string> {
  return new Set(languages.flatMap((language) => stemsOf(text, language)));
}

function stemsOf(text: string, language: string): string[] {
  return linguistFor(language)
    .read(text)
    .flatMap(({ tokens }) => tokens.filter(({ isWord }) => isWord).map(({ stem }) => stem));
}
