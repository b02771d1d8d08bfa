import { boundaryFor, delimited } from "#platform/delimit.ts";
import type { Brief, Candidate } from "../../../brief.ts";
import { wordsFor } from "../../../reading-time.ts";
import { labelPassages, printPassage } from "../label-passages.ts";
import { headTexts, requestHead } from "./request-head.v2.ts";
import { RULES } from "./rules.v2.ts";
import { everyWish, wishLines, wishPieces } from "./wishes.v2.ts";

export const OUTLINE_PROMPT = {
  name: "episode-outline",
  version: "2",
  instructions: `${RULES}

Your task: outline one episode.
- title: what this episode is about, in at most ten words, no full stop, none of the titles that are taken.
- dek: one sentence below the title that says what the reader will know afterwards.
- sections: in the order in which they are read. Each has a heading of at most eight words and the labels of the passages that it tells, in order. Use every passage that serves the goal, each in one section only. Leave a passage out only if it is not about the subject.
- notes: one entry for each note of the request, none left out. "note": its label. "honoured": true if this outline does what its line asks, else false. "passages": the labels of the passages that do it; empty if it concerns the episode as a whole. "reason": if it is not honoured, or only in part, why, in one plain sentence for the person who wrote it, without links, labels or marks; else empty. If there is no note, the list is empty. What you say is checked.
- ahead: up to three short headings for what comes in later episodes, taken from the material labelled "later"; none if there is none.`,
} as const;

export interface OutlineRequest {
  brief: Brief;
  /** The passages that this episode is made of. */
  run: readonly Candidate[];
  sections: number;
}

const MOST_LATER = 12;
const LATER_CHARS = 120;
const MOST_TITLES = 40;

/** The request for an outline: head, passages by their labels, what comes later, what was told before. */
export function renderOutline({ brief, run, sections }: OutlineRequest): string {
  const chosen = new Set(run.map(({ id }) => id));
  const labelled = [...labelPassages(brief)];
  const passages = labelled.filter(([, { id }]) => chosen.has(id));
  const later = labelled.filter(([, { id }]) => !chosen.has(id)).slice(0, MOST_LATER);
  const wishes = everyWish(brief);
  const pieces: [label: string, text: string][] = [
    ...passages.map(([label, candidate]): [string, string] => [label, printPassage(candidate)]),
    ["later", later.map(([, candidate]) => firstWords(candidate)).join("\n")],
    ["taken", brief.covered.titles.slice(-MOST_TITLES).join("\n")],
    ...wishPieces(brief, wishes),
  ];
  const told = pieces.filter(([, text]) => text !== "");
  const boundary = boundaryFor([...headTexts(brief), ...told.map(([, text]) => text)]);
  const { minutes } = brief.project;
  return [
    [
      ...requestHead(brief, `outline episode ${brief.episodeNumber}`, boundary),
      `Length: ${minutes} minutes of reading, about ${wordsFor(minutes)} words in all`,
      `Sections: about ${sections}`,
      ...wishLines(brief, wishes, new Map(passages)),
      "Material: p1, p2 … are the passages of this episode; “later” is what later episodes will tell; “taken” are the titles of earlier episodes.",
    ].join("\n"),
    ...told.map(([label, text]) => delimited(boundary, label, text)),
  ].join("\n\n");
}

function firstWords(candidate: Candidate): string {
  const under = candidate.headingPath.at(-1) ?? candidate.sourceTitle;
  const [excerpt] = candidate.excerpts;
  const words =
    excerpt === undefined ? "" : excerpt.kind === "text" ? excerpt.plain : excerpt.pieces.join(" ");
  return `${under}: ${words.slice(0, LATER_CHARS)}`;
}
