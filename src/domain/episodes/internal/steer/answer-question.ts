import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Candidate } from "../../brief.ts";
import type { PassageReader } from "./passage-reader.ts";
import { contentOf } from "./topic.ts";

/** How much each stem of a question tells, by the stem. */
export type QuestionWeights = Readonly<Record<string, number>>;

/** Of what a question tells, a passage that answers it speaks of this share, with its headings; the words quoted of this. */
const LEAST_OF_PASSAGE = 0.6;
const LEAST_OF_WORDS = 0.34;
const SHORTEST_ANSWER = 5;
const LONGEST_ANSWER = 160;
/** What a question of this kind looks for is a sign of an answer. */
const SIGNS: readonly [asked: RegExp, sign: RegExp][] = [
  [
    /\bwhy\b|\bwarum\b|\bwieso\b|\bpourquoi\b|\bpor qué\b/i,
    /\bbecause\b|\bsince\b|\bso that\b|\bweil\b|\bparce\b|\bporque\b/i,
  ],
  [
    /\bhow (?:many|much|long|far|often)\b|\bwie ?viele?\b|\bcombien\b|\bcuánt/i,
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|twice|hundred)\b/i,
  ],
  [
    /\bwhen\b|\bwann\b|\bquand\b|\bcuándo\b/i,
    /\d|\b(?:before|after|until|once|spring|summer|autumn|winter|day|week|month|year)\b/i,
  ],
];
const SIGN_BONUS = 0.15;
/** Who asks for a quantity is answered by a figure or not at all. */
const ASKS_FIGURE =
  /\bhow (?:many|much|long|far|often|large|big|high)\b|\bwhat (?:share|part|percentage|proportion|amount)\b/i;
const HAS_FIGURE =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|twice|hundred|thousand|all|none)\b/i;

/** Weighs the stems of a question by how few passages have them; what no passage has weighs most. */
export function weighQuestion(
  question: string,
  terms: readonly string[],
  candidates: readonly Candidate[],
  reader: PassageReader,
): QuestionWeights {
  const asked = reader.languages.map((language) => contentOf([question, ...terms].join(" — "), language));
  const stemsOf = candidates.map((candidate) => stemsOfPassage(candidate, reader));
  const count = (stem: string) => stemsOf.filter((stems) => stems.has(stem)).length;
  const total = (stems: readonly string[]) => stems.reduce((sum, stem) => sum + count(stem), 0);
  // A question is in one language: that whose stems the sources know best.
  const stems = asked.toSorted((a, b) => total(b) - total(a))[0] ?? [];
  const weights = stems.map((stem) => [stem, Math.log((candidates.length + 2) / (count(stem) + 1))] as const);
  return Object.fromEntries(weights);
}

/** The passage that answers best, with the words that answer as they stand there and are not in `taken`; null where none does well enough. */
export function answerQuestion(
  question: string,
  weights: QuestionWeights,
  candidates: readonly Candidate[],
  reader: PassageReader,
  taken: ReadonlySet<string>,
): { passageId: string; quote: string } | null {
  const near = candidates
    .map((candidate) => ({ candidate, share: coverage(weights, stemsOfPassage(candidate, reader)) }))
    .filter(({ share }) => share >= LEAST_OF_PASSAGE);
  const found = near.flatMap(({ candidate, share }) =>
    quotables(candidate).flatMap(({ text, isReply, words }) => {
      if (words < SHORTEST_ANSWER || words > LONGEST_ANSWER || text.endsWith("?") || taken.has(text))
        return [];
      const own = coverage(weights, stemsOfText(text, reader.languages));
      if (own < LEAST_OF_WORDS && !isReply) return [];
      if (ASKS_FIGURE.test(question) && !HAS_FIGURE.test(text)) return [];
      const score = share * 0.3 + own * 0.7 + (isReply ? 0.2 : 0) + signBonus(question, text);
      return [{ passageId: candidate.id, quote: text, score }];
    }),
  );
  const best = found.toSorted((a, b) => b.score - a.score)[0];
  return best === undefined ? null : { passageId: best.passageId, quote: best.quote };
}

/** True when words that were quoted from a passage answer a question as well as code would ask of its own choice. */
export function answersQuestion(
  weights: QuestionWeights,
  passage: Candidate,
  quote: string,
  languages: readonly string[],
): boolean {
  const ofPassage = stemsOfText(
    [...headingsOf(passage), passage.text, ...passage.turns.map(({ text }) => text)].join(". "),
    languages,
  );
  return (
    coverage(weights, ofPassage) >= LEAST_OF_PASSAGE &&
    coverage(weights, stemsOfText(quote, languages)) >= LEAST_OF_WORDS
  );
}

/** Share of what the question tells that is among these stems. */
export function coverage(weights: QuestionWeights, stems: ReadonlySet<string>): number {
  const entries = Object.entries(weights);
  const all = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const known = entries.reduce((sum, [stem, weight]) => sum + (stems.has(stem) ? weight : 0), 0);
  return all === 0 ? 0 : known / all;
}

export function stemsOfText(text: string, languages: readonly string[]): Set<string> {
  return new Set(
    languages.flatMap((language) =>
      linguistFor(language)
        .read(text)
        .flatMap(({ tokens }) => tokens.filter(({ isWord }) => isWord).map(({ stem }) => stem)),
    ),
  );
}

function stemsOfPassage(candidate: Candidate, reader: PassageReader): Set<string> {
  const stems = stemsOfText(headingsOf(candidate).join(". "), reader.languages);
  for (const sentence of reader.sentences(candidate)) for (const stem of sentence.stems) stems.add(stem);
  return stems;
}

function headingsOf({ sourceTitle, headingPath }: Candidate): string[] {
  return [sourceTitle, ...headingPath];
}

/** What can be set apart whole: a paragraph, or one stretch of what somebody says, which may reply to a question right before it. */
function quotables({ excerpts }: Candidate): { text: string; isReply: boolean; words: number }[] {
  return excerpts.flatMap((excerpt, at) => {
    if (excerpt.kind === "text")
      return excerpt.node === "paragraph"
        ? [{ text: excerpt.plain, isReply: false, words: excerpt.words }]
        : [];
    const before = excerpts[at - 1];
    const isReply = before?.kind === "speech" && before.asks && before.speaker !== excerpt.speaker;
    return excerpt.pieces.map((text) => ({ text, isReply, words: text.split(/\s+/).length }));
  });
}

function signBonus(question: string, text: string): number {
  return SIGNS.some(([asked, sign]) => asked.test(question) && sign.test(text)) ? SIGN_BONUS : 0;
}
