import type { SteeringNote } from "#domain/planning/steer.ts";
import type { Candidate, CorrectedPassage, Steering } from "../../brief.ts";
import type { Material } from "../../writer.ts";
import { answerQuestion, weighQuestion } from "./answer-question.ts";
import { arrange } from "./arrange.ts";
import { quotationsBefore, sharesBefore, usualQuotations } from "./before-notes.ts";
import { findCorrected } from "./find-corrected.ts";
import { leaveOut } from "./leave-out.ts";
import { type PassageReader, passageReader } from "./passage-reader.ts";
import { whereAnswered, whereTold } from "./say-why-not.ts";
import { isAbout, languagesOf, readSentences, topicInSources } from "./topic.ts";
import { type Wish, wishesFor, wishesOf } from "./wishes.ts";

export interface SteeredPassages {
  candidates: Candidate[];
  /** Passages that a note or memory keeps out, whether of this episode alone or of all. */
  passageIds: Set<string>;
  steering: Steering;
  notes: SteeringNote[];
}

interface Steered {
  material: Material;
  /** All passages of the sources, with what is worth reading of them. */
  excerpted: readonly Candidate[];
  /** Those that may be told, in the order of the series. */
  ordered: readonly Candidate[];
  episodeWords: number;
  leastWords: number;
  leastPassageWords: number;
  cant: Record<string, string>;
}

/** Settles what notes and memories come to with the passages that there are: which come first, last or not at all, and what can't be had. */
export function steerPassages(input: Steered): SteeredPassages {
  const { material, excerpted, ordered } = input;
  const wishes = wishesOf(material);
  const languages = languagesOf(
    material.project.language,
    excerpted.map(({ language }) => language),
  );
  const reader = passageReader(languages);
  const topics = topicsOf(wishes, excerpted, reader);
  const before = sharesBefore(topics, material, languages);
  const left = leaveOut(ordered, { ...input, wishes, topics, reader });
  const { questions, answers } = answersFor(wishes, left.candidates, { excerpted, reader, topics });
  const arranged = arrange(left.candidates, { ...input, wishes, topics, before, answers, reader });
  const { corrected, uncorrected } = correctedBy(material);
  const missed = material.notes.filter(
    ({ id }) => arranged.missed.has(id) || (questions[id] && !answers.some(({ noteId }) => noteId === id)),
  );
  const why = missed.map((note) => [note.id, whyMissed(note, { material, topics, questions, languages })]);
  const crowded = [...arranged.crowded].map((id) => [id, "What others ask for has left no room for it."]);
  const unmet = [...left.unmet, ...arranged.unmet].map((id) => [
    id,
    "Nothing else is left in the sources that could be told.",
  ]);
  return {
    candidates: arranged.candidates,
    passageIds: left.passageIds,
    notes: material.notes.map((note) => ({ ...note, shareBefore: before[note.id] ?? null })),
    steering: {
      usual: { minutes: material.project.minutes, quotations: usualQuotations(material) },
      quotationsBefore: quotationsBefore(material),
      topics,
      questions,
      answers,
      corrected,
      cant: { ...input.cant, ...uncorrected, ...Object.fromEntries([...why, ...crowded, ...unmet]) },
      wordsLater: left.wordsLater,
    },
  };
}

function topicsOf(
  wishes: readonly Wish[],
  excerpted: readonly Candidate[],
  reader: PassageReader,
): Steering["topics"] {
  const asked = wishesFor(wishes, "MORE_OF", "LESS_OF", "SKIP");
  if (asked.length === 0) return {};
  const passages = excerpted.map((candidate) => reader.sentences(candidate));
  return Object.fromEntries(
    asked.map(({ id, directive }) => [id, topicInSources(directive.terms, passages, reader.languages)]),
  );
}

function answersFor(
  wishes: readonly Wish[],
  candidates: readonly Candidate[],
  {
    excerpted,
    reader,
    topics,
  }: { excerpted: readonly Candidate[]; reader: PassageReader } & Pick<Steering, "topics">,
): Pick<Steering, "questions" | "answers"> {
  const skipped = wishesFor(wishes, "SKIP").flatMap(({ id }) => topics[id] ?? []);
  const isAllowed = (text: string) => {
    const sentences = skipped.length === 0 ? [] : readSentences(text, reader.languages);
    return !skipped.some((topic) => sentences.some((sentence) => isAbout(sentence, topic)));
  };
  const questions: Steering["questions"] = {};
  const answers: Steering["answers"] = [];
  for (const { id, directive, isMemory } of wishesFor(wishes, "ANSWER")) {
    if (isMemory) continue;
    const weights = weighQuestion(directive.question, directive.terms, excerpted, reader);
    questions[id] = { ...weights };
    const taken = new Set(answers.map(({ quote }) => quote));
    const answer = answerQuestion(directive.question, weights, candidates, reader, {
      taken,
      isAllowed,
    });
    if (answer !== null) answers.push({ noteId: id, ...answer });
  }
  return { questions, answers };
}

function correctedBy(material: Material): {
  corrected: CorrectedPassage[];
  uncorrected: Record<string, string>;
} {
  const corrected: CorrectedPassage[] = [];
  const uncorrected: Record<string, string> = {};
  for (const { id, directive } of material.notes) {
    if (directive.kind !== "CORRECT") continue;
    const found = findCorrected(id, directive, material);
    if (typeof found === "string") uncorrected[id] = found;
    else corrected.push(...found);
  }
  return { corrected, uncorrected };
}

function whyMissed(
  { id, directive }: SteeringNote,
  {
    material,
    topics,
    questions,
    languages,
  }: Pick<Steering, "topics" | "questions"> & { material: Material; languages: readonly string[] },
): string {
  const earlier = material.earlier ?? [];
  if (directive.kind === "ANSWER") {
    const told = whereAnswered(directive.question, questions[id] ?? {}, earlier, languages);
    return told === null ? "The sources do not say." : `It was told already, in ${told}.`;
  }
  if (directive.kind === "START_FROM") {
    const title = material.passages.find(({ sourceId }) => sourceId === directive.sourceId)?.sourceTitle;
    const source = title === undefined ? "that source" : `“${title}”`;
    return `Nothing is left to tell of ${source}.`;
  }
  const told = whereTold(topics[id] ?? { stems: [] }, earlier, languages);
  return told === null
    ? "The sources say nothing about it that could be told."
    : `What the sources say about it was told already, in ${told}.`;
}
