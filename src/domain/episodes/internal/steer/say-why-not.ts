import type { SteeredTopic } from "../../brief.ts";
import type { Material } from "../../writer.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { coverage, type QuestionWeights } from "./answer-question.ts";
import { hasSign, lookedForBy } from "./read-question.ts";
import { readSentences, shareAbout, stemsOfText } from "./topic.ts";

type Earlier = NonNullable<Material["earlier"]>;

/** One paragraph that speaks of so much of a question has answered it, as far as code can tell. */
const ANSWERED = 0.7;
/** A paragraph with a question mark up to this length may be the question alone, as an episode prints it. */
const MOST_QUESTION = 200;
/** An episode with less of a topic than this has only named it. */
const TOLD = 0.02;

/** "episode 3, “Title”": the one that told most of a topic; null where none did. */
export function whereTold(
  topic: Pick<SteeredTopic, "stems">,
  earlier: Earlier,
  languages: readonly string[],
): string | null {
  const shares = earlier.map((episode) => ({
    episode,
    share: shareAbout(readSentences(plainTextOf(episode.text), languages), topic),
  }));
  const most = shares.toSorted((a, b) => b.share - a.share)[0];
  return most === undefined || most.share < TOLD ? null : nameOf(most.episode);
}

/** The newest episode with a paragraph that answers a question; null where none has. */
export function whereAnswered(
  question: string,
  weights: QuestionWeights,
  earlier: Earlier,
  languages: readonly string[],
): string | null {
  const lookedFor = lookedForBy(question);
  const answers = (paragraph: string) =>
    (!lookedFor.isNeeded || hasSign(lookedFor, paragraph, question)) &&
    coverage(weights, stemsOfText(paragraph, languages)) >= ANSWERED;
  // What a reader has asked was told as well, and is no answer.
  const isQuestion = (paragraph: string) => paragraph.includes("?") && paragraph.length < MOST_QUESTION;
  const found = earlier.findLast(({ text }) =>
    text
      .split(/\n\s*\n/)
      .map(plainTextOf)
      .some((paragraph) => !isQuestion(paragraph) && answers(paragraph)),
  );
  return found === undefined ? null : nameOf(found);
}

function nameOf({ number, title }: Earlier[number]): string {
  return `episode ${number}, “${title}”`;
}
