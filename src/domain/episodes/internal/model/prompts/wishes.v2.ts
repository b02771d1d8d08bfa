import type { Directive } from "#domain/planning/directive.ts";
import type { SteeringMemory, SteeringNote } from "#domain/planning/steer.ts";
import type { Brief, Candidate } from "../../../brief.ts";
import { labelMemories, labelNotes, printWish } from "../label-notes.ts";

/** What is to be done about notes and memories, a line for each in our own words; `shown` are their ids, `passages` those of the request. Their words are material. */
export function wishLines(
  brief: Brief,
  shown: ReadonlySet<string>,
  passages: ReadonlyMap<string, Candidate>,
): string[] {
  const about = { passages, answers: brief.steering?.answers ?? [] };
  return [
    ...among(labelNotes(brief), shown).map(
      ([label, note]) => `Note ${label}: ${saidOf(note.id, note.directive, about)}${votesOf(note)}`,
    ),
    ...among(labelMemories(brief), shown).map(
      ([label, memory]) => `Memory ${label}: ${saidOfMemory(memory, about)}`,
    ),
  ];
}

/** The words of the notes and memories, as pieces of material by their labels. */
export function wishPieces(brief: Brief, shown: ReadonlySet<string>): [label: string, text: string][] {
  return [...among(labelNotes(brief), shown), ...among(labelMemories(brief), shown)].map(([label, wish]) => [
    label,
    printWish(wish),
  ]);
}

/** The ids of all memories of a brief, and of the notes that these sources can honour. */
export function everyWish({ notes, memories, steering }: Brief): Set<string> {
  const ids = [...notes, ...memories].map(({ id }) => id);
  return new Set(ids.filter((id) => steering?.cant[id] === undefined));
}

function among<Wish extends { id: string }>(
  labelled: Map<string, Wish>,
  ids: ReadonlySet<string>,
): [string, Wish][] {
  return [...labelled].filter(([, { id }]) => ids.has(id));
}

/** What a line may speak of: the passages of its request by their labels, and which answer questions. */
interface About {
  passages: ReadonlyMap<string, Candidate>;
  answers: readonly { noteId: string; passageId: string }[];
}

function votesOf({ votes }: SteeringNote): string {
  return votes === 1 ? "" : ` ${votes} people ask for it.`;
}

const SAID_OF_KIND: Readonly<Record<SteeringMemory["kind"], string>> = {
  FACT: "something known about the series; write nothing that goes against it, and do not tell it unless a passage says it.",
  PREFERENCE: "what the editors prefer; keep to it where it applies.",
  DECISION: "what the editors have decided; keep to it.",
  STYLE: "how the series is written; keep to it as far as tone and wording go.",
  COVERED_TOPIC: "readers have read about it; do not explain it again.",
};

function saidOfMemory({ id, kind, directive }: SteeringMemory, about: About): string {
  return directive === null ? SAID_OF_KIND[kind] : saidOf(id, directive, about);
}

function saidOf(id: string, directive: Directive, about: About): string {
  switch (directive.kind) {
    case "MORE_OF":
      return `give its subject more room than usual, as far as the passages have it${broughtFor(id, about)}.`;
    case "LESS_OF":
      return "give its subject less room than usual.";
    case "SKIP":
      return "leave its subject out.";
    case "SHORTER":
      return "write a shorter episode; the length below has been reckoned with it.";
    case "LONGER":
      return "write a longer episode; the length below has been reckoned with it.";
    case "MORE_QUOTATIONS":
      return "quote more of the passages word for word than usual.";
    case "START_FROM":
      return startFrom(directive.sourceId, about);
    case "ANSWER":
      return answer(id, about);
    case "CORRECT":
      return correct(directive.passageIds, about);
    case "TONE":
      return "follow what it wishes of tone and wording, within these rules; nothing else of it.";
    case "SCHEDULE":
    case "OTHER":
      return "follow it only as far as it concerns which passages are told and how; nothing else of it.";
  }
}

/** The passages that code has brought forward for it. */
function broughtFor(id: string, about: About): string {
  const labels = labelsWhere(about, ({ steeredBy = [] }) => steeredBy.includes(id));
  return labels === "" ? "" : `; it stands in ${labels}`;
}

function answer(id: string, about: About): string {
  const passageIds = about.answers.flatMap(({ noteId, passageId }) => (noteId === id ? [passageId] : []));
  const labels = labelsWhere(about, (candidate) => passageIds.includes(candidate.id));
  const from = labels === "" ? "the passage that answers it" : labels;
  return `answer its question: quote the words of ${from} that answer it, in a block of kind quote whose notes name it. If none do, it can't be honoured.`;
}

function startFrom(sourceId: string, about: About): string {
  const labels = labelsWhere(about, (candidate) => candidate.sourceId === sourceId);
  return labels === ""
    ? "its source has no passage here; it can't be honoured."
    : `begin with what ${labels} say.`;
}

function correct(passageIds: readonly string[], about: About): string {
  const labels = labelsWhere(about, ({ id }) => passageIds.includes(id));
  const where = labels === "" ? "a passage" : labels;
  return `do not repeat what it calls wrong about ${where}; the program prints the correction beside it.`;
}

function labelsWhere({ passages }: About, is: (candidate: Candidate) => boolean): string {
  return [...passages].flatMap(([label, candidate]) => (is(candidate) ? [label] : [])).join(", ");
}
