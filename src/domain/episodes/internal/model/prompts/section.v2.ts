import { boundaryFor, delimited } from "#platform/delimit.ts";
import type { Brief, Candidate } from "../../../brief.ts";
import type { WriterOutline } from "../../../writer.ts";
import { labelPassages, printPassage } from "../label-passages.ts";
import { headTexts, requestHead } from "./request-head.v2.ts";
import { RULES } from "./rules.v2.ts";
import { wishLines, wishPieces } from "./wishes.v2.ts";

export const SECTION_PROMPT = {
  name: "episode-section",
  version: "2",
  instructions: `${RULES}

Your task: write one section of an episode as a list of blocks.
- kind "text": one to three paragraphs of Markdown, without headings. "passages": the labels of all passages that it rests on, at least one.
- kind "quote": one sentence that is worth reading in its own words. "text": the words, copied exactly, without quotation marks. "passages": the label of its passage. Who said it and where is added by the program.
- kind "recall": a question about what the section says. "text": the question. "answer": the answer in at most two sentences, in words and numbers that stand in the passage. "passages": the label of its passage. "evidence": the sentence of the passage that holds the answer, copied exactly.
- kind "scenario": a situation in which a reader can use what was read. "text": the situation. "answer": the task. "passages": the labels that it rests on.
- "notes": of every block the labels of the notes and memories (n1, m1) that it is there for or was shaped by; mostly empty. Name one only if the block does what its line asks.
- "answer" and "evidence" are empty where they are not asked for.
- Tell the passages in a good order and connect them. Do not announce what comes and do not sum up. Do not repeat what the reader has read already, and do not repeat the heading.`,
} as const;

/** In a section, where somebody wishes for more of them. */
const MORE_QUOTES = 3;

export interface SectionRequest {
  brief: Brief;
  outline: WriterOutline;
  /** Which section of the outline, from 0. */
  at: number;
  words: number;
  recalls: number;
  scenario: boolean;
  /** The last words that were written, so that this section can follow on. */
  before: string;
  /** The notes that are to be honoured here and the memories to be kept to, by their ids. */
  wishes: ReadonlySet<string>;
}

/** The request for a section: head, its place in the outline, its passages by their labels, what stands before it. */
export function renderSection(request: SectionRequest): string {
  const { brief, outline, at, words, recalls, scenario, before, wishes } = request;
  const section = outline.sections[at];
  const passages = passagesOf(brief, section?.passageIds ?? []);
  const headings = outline.sections.map(({ headings }, nth) => `${nth + 1}. ${headings.at(-1)?.text ?? ""}`);
  const pieces: [label: string, text: string][] = [
    ["outline", [outline.title, outline.dek, ...headings].join("\n")],
    ["before", before],
    ...passages.map(([label, candidate]): [string, string] => [label, printPassage(candidate)]),
    ...wishPieces(brief, wishes),
  ];
  const given = pieces.filter(([, text]) => text !== "");
  const boundary = boundaryFor([...headTexts(brief), ...given.map(([, text]) => text)]);
  const task = `write section ${at + 1} of ${outline.sections.length} of episode ${brief.episodeNumber}`;
  return [
    [
      ...requestHead(brief, task, boundary),
      `Length of this section: about ${words} words`,
      `Quotes: at most ${quotesFor(brief, wishes)}`,
      `Recall questions: ${recalls === 0 ? "none" : recalls}`,
      `Scenario: ${scenario ? "one, if the passages allow" : "none"}`,
      ...wishLines(brief, wishes, new Map(passages)),
      "Material: “outline” is the plan of the episode; “before” is what the reader has just read; p1, p2 … are the passages of this section.",
    ].join("\n"),
    ...given.map(([label, text]) => delimited(boundary, label, text)),
  ].join("\n\n");
}

/** One, more where somebody wishes for more; and one for each question that is answered here. */
function quotesFor({ notes }: Brief, shown: ReadonlySet<string>): number {
  const kinds = notes.filter(({ id }) => shown.has(id)).map(({ directive }) => directive.kind);
  const asked = kinds.filter((kind) => kind === "ANSWER").length;
  return asked + (kinds.includes("MORE_QUOTATIONS") ? MORE_QUOTES : 1);
}

function passagesOf(brief: Brief, passageIds: readonly string[]): [string, Candidate][] {
  const ids = new Set(passageIds);
  return [...labelPassages(brief)].filter(([, { id }]) => ids.has(id));
}
