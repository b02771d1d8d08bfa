import type { Linguist, Sentence } from "#platform/language/linguist.ts";
import { sentenceWeight, termWeights } from "#platform/language/term-weights.ts";
import type { Passage, SpeechExcerpt } from "../../brief.ts";
import { type Fluency, fluencyOf } from "./fluency.ts";
import { POINTING } from "./speech-lexicon.ts";
import { type Utterance, utterancesOf } from "./utterances.ts";

interface Judged {
  sentence: Sentence;
  fluency: Fluency;
  weight: number;
}

interface JudgedUtterance extends Utterance {
  passageId: string;
  sentences: Judged[];
}

/** Of the printable sentences of a source, the share that says least and is left out. */
const LEAST_TELLING = 0.5;
/** Below this a sentence says nothing, however little the others say. */
const LEAST_WEIGHT = 0.22;
const CLUTTER_COST = 0.25;
const PROCEDURE_COST = 0.6;
const POINTING_COST = 0.25;
const SHORTEST_EXCERPT_WORDS = 9;
const SHORTEST_LONE_WORDS = 20;
const LONGEST_ANSWER_WORDS = 14;

/**
 * Picks from the passages of one transcript what is worth printing: whole sentences that came out straight and say
 * something, questions that get an answer, and answers to them. Nothing is reworded; what is passed over inside an
 * utterance becomes a gap between two `pieces`.
 */
export function excerptTranscript(
  passages: readonly Passage[],
  goalStems: ReadonlySet<string>,
  linguist: Linguist,
): Map<string, SpeechExcerpt[]> {
  const utterances = judge(passages, goalStems, linguist);
  const threshold = tellingThreshold(utterances);
  const picked = utterances.map((utterance) => pick(utterance, threshold));
  answerQuestions(utterances, picked);
  const byPassage = new Map<string, SpeechExcerpt[]>(passages.map(({ id }) => [id, []]));
  picked.forEach((excerpt, at) => {
    const passageId = utterances[at]?.passageId;
    if (excerpt === null || passageId === undefined) return;
    if (standsAlone(excerpt, picked.slice(Math.max(0, at - 1), at), picked.slice(at + 1, at + 3))) {
      byPassage.get(passageId)?.push(excerpt);
    }
  });
  return byPassage;
}

function judge(
  passages: readonly Passage[],
  goalStems: ReadonlySet<string>,
  linguist: Linguist,
): JudgedUtterance[] {
  const read = passages.flatMap((passage) =>
    utterancesOf(passage.turns).map((utterance) => ({
      ...utterance,
      passageId: passage.id,
      sentences: linguist.read(utterance.text),
    })),
  );
  const weigh = termWeights(
    read.flatMap((utterance) => utterance.sentences),
    goalStems,
    linguist,
  );
  return read.map((utterance) => ({
    ...utterance,
    sentences: utterance.sentences.map((sentence) => {
      const fluency = fluencyOf(sentence, linguist);
      const weight =
        sentenceWeight(sentence, weigh) -
        fluency.clutter * CLUTTER_COST -
        (fluency.isProcedure ? PROCEDURE_COST : 0) -
        (POINTING.test(sentence.text) ? POINTING_COST : 0);
      return { sentence, fluency, weight };
    }),
  }));
}

/** Where most sentences fall away because they came out crooked, few of the others can be spared. */
function tellingThreshold(utterances: readonly JudgedUtterance[]): number {
  const all = utterances.flatMap((utterance) => utterance.sentences);
  const printable = all.filter((judged) => !judged.fluency.isBroken);
  const share = countWords(printable) / Math.max(1, countWords(all));
  const weights = printable.map((judged) => judged.weight).sort((a, b) => a - b);
  return (
    Math.max(LEAST_WEIGHT, weights[Math.floor((weights.length - 1) * LEAST_TELLING * share)] ?? 0) -
    Number.EPSILON
  );
}

function countWords(judged: readonly Judged[]): number {
  return judged.reduce((sum, { sentence }) => sum + sentence.wordCount, 0);
}

/** The stretches of an utterance that are worth printing, or null when there is none. */
function pick(utterance: JudgedUtterance, threshold: number): SpeechExcerpt | null {
  const stretches = stretchesOf(utterance.sentences)
    .map((stretch) => bestPart(stretch, threshold))
    .filter((part) => part.length > 0);
  return stretches.length === 0 ? null : toExcerpt(utterance, stretches, threshold);
}

/** Runs of sentences without a broken one between them. */
function stretchesOf(sentences: readonly Judged[]): Judged[][] {
  const stretches: Judged[][] = [[]];
  for (const judged of sentences) {
    if (judged.fluency.isBroken) stretches.push([]);
    else stretches.at(-1)?.push(judged);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** The run of sentences with the highest surplus over the threshold that does not begin by leaning on what is missing. */
function bestPart(stretch: readonly Judged[], threshold: number): Judged[] {
  let best: Judged[] = [];
  let bestSum = 0;
  for (let first = 0; first < stretch.length; first++) {
    if (stretch[first]?.fluency.isDangling === true || stretch[first]?.fluency.isProcedure === true) continue;
    let sum = 0;
    for (let last = first; last < stretch.length; last++) {
      sum += (stretch[last]?.weight ?? 0) - threshold;
      if (sum > bestSum) {
        bestSum = sum;
        best = stretch.slice(first, last + 1);
      }
    }
  }
  return best;
}

function toExcerpt(
  utterance: JudgedUtterance,
  stretches: readonly Judged[][],
  threshold: number,
): SpeechExcerpt {
  const pieces = stretches.map((stretch) => {
    const first = stretch[0];
    const last = stretch.at(-1);
    const start = (first?.sentence.start ?? 0) + (first?.fluency.quoteStart ?? 0);
    return utterance.text.slice(start, last?.sentence.end);
  });
  const words = countWords(stretches.flat());
  const weight = stretches.flat().reduce((sum, judged) => sum + judged.weight - threshold, 0);
  return {
    kind: "speech",
    speaker: utterance.speaker,
    startMs: utterance.startMs,
    endMs: utterance.endMs,
    pieces,
    words,
    asks: pieces.at(-1)?.endsWith("?") ?? false,
    weight,
  };
}

/** A short answer to a question that was picked says little by itself and much beside it. */
function answerQuestions(utterances: readonly JudgedUtterance[], picked: (SpeechExcerpt | null)[]): void {
  picked.forEach((excerpt, at) => {
    const answer = utterances[at + 1];
    if (excerpt?.asks !== true || picked[at + 1] !== null || answer === undefined) return;
    const words = countWords(answer.sentences);
    const clutter = answer.sentences.reduce((sum, judged) => sum + judged.fluency.clutter, 0);
    const isAwkward = answer.sentences.some(({ fluency }) => fluency.isProcedure || fluency.stumbles);
    const isFinished = /[.!]$/.test(answer.text) && /^\p{Lu}/u.test(answer.text);
    if (words < 3 || words > LONGEST_ANSWER_WORDS || clutter > 0 || isAwkward || !isFinished) return;
    picked[at + 1] = { ...toExcerpt(answer, [answer.sentences], 0), weight: 0.1 };
  });
}

/** A question without an answer, and a scrap without a neighbour, are left out. */
function standsAlone(
  excerpt: SpeechExcerpt,
  before: readonly (SpeechExcerpt | null)[],
  after: readonly (SpeechExcerpt | null)[],
): boolean {
  const answersQuestion = before.some(
    (previous) => previous?.asks === true && previous.speaker !== excerpt.speaker,
  );
  if (answersQuestion) return true;
  const isAnswered = after.some((next) => next !== null && next.speaker !== excerpt.speaker);
  if (excerpt.asks && !isAnswered) return false;
  if (excerpt.words < SHORTEST_EXCERPT_WORDS) return false;
  const hasNeighbour = [...before, ...after].some((neighbour) => neighbour !== null);
  return hasNeighbour || excerpt.words >= SHORTEST_LONE_WORDS;
}
