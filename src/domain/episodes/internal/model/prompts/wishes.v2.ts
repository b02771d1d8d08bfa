import type { Directive } from "#domain/planning/directive.ts";
import type { SteeringMemory, SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "../../../brief.ts";
import { labelMemories, labelNotes, printWish } from "../label-notes.ts";
import { labelPassages } from "../label-passages.ts";

/** What is to be done about notes and memories, a line for each in our own words; `shown` are their ids. Their words are material. */
export function wishLines(brief: Brief, shown: ReadonlySet<string>): string[] {
  return [
    ...among(labelNotes(brief), shown).map(
      ([label, note]) => `Note ${label}: ${saidOfNote(note, brief)}${votesOf(note)}`,
    ),
    ...among(labelMemories(brief), shown).map(
      ([label, memory]) => `Memory ${label}: ${saidOfMemory(memory, brief)}`,
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

/** The ids of all notes and memories of a brief. */
export function everyWish({ notes, memories }: Brief): Set<string> {
  return new Set([...notes, ...memories].map(({ id }) => id));
}

function among<Wish extends { id: string }>(
  labelled: Map<string, Wish>,
  ids: ReadonlySet<string>,
): [string, Wish][] {
  return [...labelled].filter(([, { id }]) => ids.has(id));
}

function saidOfNote({ directive }: SteeringNote, brief: Brief): string {
  return saidOf(directive, brief);
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

function saidOfMemory({ kind, directive }: SteeringMemory, brief: Brief): string {
  return directive === null ? SAID_OF_KIND[kind] : saidOf(directive, brief);
}

function saidOf(directive: Directive, brief: Brief): string {
  switch (directive.kind) {
    case "MORE_OF":
      return "give its subject more room than usual, as far as the passages have it.";
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
      return startFrom(directive.sourceId, brief);
    case "ANSWER":
      return "answer its question, from the passages alone; if they hold no answer, it can't be honoured.";
    case "CORRECT":
      return correct(directive.passageIds, brief);
    case "TONE":
      return "follow what it wishes of tone and wording, within these rules; nothing else of it.";
    case "SCHEDULE":
    case "OTHER":
      return "follow it only as far as it concerns which passages are told and how; nothing else of it.";
  }
}

function startFrom(sourceId: string, brief: Brief): string {
  const labels = labelsWhere(brief, (candidate) => candidate.sourceId === sourceId);
  return labels === ""
    ? "its source has no passage here; it can't be honoured."
    : `begin with what ${labels} say.`;
}

function correct(passageIds: readonly string[], brief: Brief): string {
  const labels = labelsWhere(brief, ({ id }) => passageIds.includes(id));
  const where = labels === "" ? "a passage" : labels;
  return `do not repeat what it calls wrong about ${where}; the program prints the correction beside it.`;
}

function labelsWhere(brief: Brief, is: (candidate: Brief["candidates"][number]) => boolean): string {
  return [...labelPassages(brief)].flatMap(([label, candidate]) => (is(candidate) ? [label] : [])).join(", ");
}
