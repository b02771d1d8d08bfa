import type { Sentence } from "#platform/language/linguist.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import { sentenceWeight, termWeights } from "#platform/language/term-weights.ts";
import type { Brief, Candidate, Excerpt } from "../../brief.ts";
import { wordsOf } from "../select/drop-repeats.ts";
import { goalStemsOf } from "../select/goal-stems.ts";
import { isQuotable } from "./is-quotable.ts";

const SHORTEST = 9;
const LONGEST = 34;
/** One quotation stands out for so many words. */
const WORDS_PER_QUOTE = 420;

/** A quotation says more than the usual sentence by this factor. */
const STRIKING = 1.1;

/** What a note, or a memory, that wishes for more quotations makes of that: more of them, more to a section, and less striking ones. */
const FOR_NOTE = { wordsPerQuote: 160, perSection: 3, striking: 0.8, leastSentences: 2 };
const FOR_MEMORY = { wordsPerQuote: 280, perSection: 2, striking: 1, leastSentences: 2 };
const FOR_NOBODY = { wordsPerQuote: WORDS_PER_QUOTE, perSection: 1, striking: STRIKING, leastSentences: 3 };

/** Which excerpt ends in which sentence that is to stand out, by passage and place: `${passageId} ${index}`. */
export type PickedQuotes = ReadonlyMap<string, string>;

export function quoteKey(passageId: string, index: number): string {
  return `${passageId} ${index}`;
}

/**
 * The sentences that are set apart as quotations: of those that end a paragraph or what a speaker says and can stand
 * alone, the most telling, at most one for each section and one for about 400 words, unless more are wished for.
 */
export function pickQuotes(
  run: readonly Candidate[],
  sections: readonly { passageIds: string[] }[],
  brief: Pick<Brief, "project" | "notes" | "memories">,
): PickedQuotes {
  const { project } = brief;
  const { wordsPerQuote, perSection, striking, leastSentences } = wishedQuotes(brief);
  const linguist = linguistFor(run[0]?.language ?? project.language);
  const all = run.flatMap(({ excerpts }) => excerpts.flatMap((excerpt) => linguist.read(wordsOf(excerpt))));
  const weigh = termWeights(all, goalStemsOf(project), linguist);
  const usual =
    all.reduce((sum, sentence) => sum + sentenceWeight(sentence, weigh), 0) / Math.max(1, all.length);
  const sectionOf = new Map(
    sections.flatMap(({ passageIds }, at) => passageIds.map((id) => [id, at] as const)),
  );
  const found = run.flatMap(({ id, excerpts }, place) =>
    excerpts.flatMap((excerpt, index) => {
      if (place === 0 && index === 0) return [];
      const sentence = closingSentence(excerpt, leastSentences, (text) => linguist.read(text));
      if (sentence === null || sentence.wordCount < SHORTEST || sentence.wordCount > LONGEST) return [];
      if (!isQuotable(sentence, linguist)) return [];
      const score = sentenceWeight(sentence, weigh);
      if (score < usual * striking) return [];
      return [{ key: quoteKey(id, index), section: sectionOf.get(id), text: sentence.text, score }];
    }),
  );
  const most = Math.max(1, Math.round(run.reduce((sum, { words }) => sum + words, 0) / wordsPerQuote));
  const picked = new Map<string, string>();
  const inSection = new Map<number | undefined, number>();
  for (const { key, section, text } of found.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))) {
    const before = inSection.get(section) ?? 0;
    if (picked.size >= most || before >= perSection) continue;
    picked.set(key, text);
    inSection.set(section, before + 1);
  }
  return picked;
}

function wishedQuotes({ notes, memories }: Pick<Brief, "notes" | "memories">) {
  if (notes.some(({ directive }) => directive.kind === "MORE_QUOTATIONS")) return FOR_NOTE;
  return memories.some(({ directive }) => directive?.kind === "MORE_QUOTATIONS") ? FOR_MEMORY : FOR_NOBODY;
}

/** The last sentence of a paragraph, if it is plain text there, or of what a speaker says. */
function closingSentence(
  excerpt: Excerpt,
  leastSentences: number,
  read: (text: string) => Sentence[],
): Sentence | null {
  if (excerpt.kind === "speech") return read(excerpt.pieces.at(-1) ?? "").at(-1) ?? null;
  if (excerpt.node !== "paragraph") return null;
  const sentences = read(excerpt.plain);
  const last = sentences.at(-1);
  // A paragraph of one sentence stands well enough as it is, and one with marks in it cannot be divided.
  if (last === undefined || sentences.length < leastSentences || !excerpt.markdown.endsWith(` ${last.text}`))
    return null;
  return last;
}
