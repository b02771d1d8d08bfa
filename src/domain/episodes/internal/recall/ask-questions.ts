import { linguistFor } from "#platform/language/linguist-for.ts";
import { sentenceWeight, termWeights } from "#platform/language/term-weights.ts";
import type { Brief, Candidate } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { phrasesFor } from "../phrases/say.ts";
import { wordsOf } from "../select/drop-repeats.ts";
import { isQuotable } from "../write/is-quotable.ts";
import { askEnding } from "./ask-ending.ts";
import { askGap } from "./ask-gap.ts";
import { askReply } from "./ask-reply.ts";
import { askWhatIs } from "./ask-what-is.ts";
import { askWhoSaid } from "./ask-who-said.ts";
import type { Line, Question } from "./line.ts";

/** One question for so many minutes of reading. */
const MINUTES_PER_QUESTION = 2;
const MOST_QUESTIONS = 4;
/** A kind that was asked already counts this much less, a section that was asked about already this much. */
const SAME_KIND = 0.6;
const SAME_SECTION = 0.3;

/** Recall questions about what was just read, in the order of reading, of as many kinds and sections as there are. */
export function askQuestions(
  run: readonly Candidate[],
  sections: readonly { passageIds: string[] }[],
  brief: Brief,
): DraftBlock[] {
  const sectionOf = (candidate: Candidate) =>
    sections.findIndex(({ passageIds }) => passageIds.includes(candidate.id));
  const questions = allQuestions(run, sectionOf, brief);
  const wanted = Math.min(
    MOST_QUESTIONS,
    Math.max(1, Math.round(brief.project.minutes / MINUTES_PER_QUESTION)),
  );
  return choose(questions, wanted)
    .sort((a, b) => a.section - b.section)
    .map(({ question, answer, evidence }) => ({
      type: "RECALL",
      question,
      answer,
      origins: [{ kind: "PASSAGE", ...evidence }],
    }));
}

function allQuestions(
  run: readonly Candidate[],
  sectionOf: (candidate: Candidate) => number,
  brief: Brief,
): Question[] {
  const phrases = phrasesFor(brief.project.language);
  const turn = brief.episodeNumber;
  const linguistOf = (candidate: Candidate) => linguistFor(candidate.language ?? brief.project.language);
  const speakers = new Set(run.flatMap(({ excerpts }) => excerpts.flatMap((excerpt) => speakerOf(excerpt))));
  const ofLines = linesOf(run, sectionOf, linguistOf).flatMap((line) =>
    [
      askWhatIs(line, linguistOf(line.candidate), phrases),
      askEnding(line, phrases, turn),
      askGap(line, linguistOf(line.candidate), phrases, turn),
      askWhoSaid(line, speakers, phrases, turn),
    ].filter((question) => question !== null),
  );
  return [...ofLines, ...askReply(run, sectionOf, linguistOf, phrases, turn)];
}

function speakerOf(excerpt: Candidate["excerpts"][number]): string[] {
  return excerpt.kind === "speech" && excerpt.speaker !== null ? [excerpt.speaker] : [];
}

function linesOf(
  run: readonly Candidate[],
  sectionOf: (candidate: Candidate) => number,
  linguistOf: (candidate: Candidate) => ReturnType<typeof linguistFor>,
): Line[] {
  const read = run.flatMap((candidate) =>
    candidate.excerpts.flatMap((excerpt) => {
      if (excerpt.kind === "text" && excerpt.node !== "paragraph") return [];
      const texts = excerpt.kind === "text" ? [excerpt.plain] : excerpt.pieces;
      const speech = excerpt.kind === "speech" ? excerpt : null;
      return texts.flatMap((text) =>
        linguistOf(candidate)
          .read(text)
          .map((sentence) => ({ candidate, speech, sentence, section: sectionOf(candidate) })),
      );
    }),
  );
  const first = run[0];
  if (first === undefined) return [];
  const linguist = linguistOf(first);
  const everything = run.flatMap(({ excerpts }) =>
    excerpts.flatMap((excerpt) => linguist.read(wordsOf(excerpt))),
  );
  const weigh = termWeights(everything, new Set(), linguist);
  return read
    .filter(({ candidate, sentence }) => isQuotable(sentence, linguistOf(candidate)))
    .map((line) => ({ ...line, weight: sentenceWeight(line.sentence, weigh) }));
}

/** Greedily the best, each choice making its like less welcome (maximal marginal relevance). */
function choose(questions: readonly Question[], wanted: number): Question[] {
  const chosen: Question[] = [];
  let rest = [...questions];
  while (chosen.length < wanted && rest.length > 0) {
    const value = (question: Question) =>
      question.score -
      SAME_KIND * chosen.filter(({ kind }) => kind === question.kind).length -
      SAME_SECTION * chosen.filter(({ section }) => section === question.section).length;
    const best = rest.toSorted((a, b) => value(b) - value(a) || (a.question < b.question ? -1 : 1))[0];
    if (best === undefined) break;
    chosen.push(best);
    rest = rest.filter(({ evidence }) => evidence.quote !== best.evidence.quote);
  }
  return chosen;
}
