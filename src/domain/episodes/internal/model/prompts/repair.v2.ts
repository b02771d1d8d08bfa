import { boundaryFor, delimited } from "#platform/delimit.ts";
import type { Brief } from "../../../brief.ts";
import { wordsFor } from "../../../reading-time.ts";
import type { Draft, Finding } from "../../../writer.ts";
import { labelPassages, printPassage } from "../label-passages.ts";
import { printBlock } from "../print-block.ts";
import { headTexts, requestHead } from "./request-head.v2.ts";
import { RULES } from "./rules.v2.ts";
import { wishLines, wishPieces } from "./wishes.v2.ts";

export const REPAIR_PROMPT = {
  name: "episode-repair",
  version: "2",
  instructions: `${RULES}

Your task: mend a draft that did not pass the check. The material holds the draft block by block (b1, b2 …), the passages that it may use (p1, p2 …) and the findings of the check.
- title and dek: as they are, or mended where a finding concerns them.
- blocks: only those that have to change. "block": the label of the block that it takes the place of. Several with the same label take its place together, in order. The fields are those of a section: "kind" is "text", "quote", "recall" or "scenario"; "text", "answer", "passages", "evidence" and "notes" (the labels n1, m1 that it is there for) as there: a text names at least one passage, a quotation and the evidence of a recall question are copied exactly.
- kind "drop" removes a block; leave its other fields empty.
- notes: one entry for each note that the findings ask about, else empty. "note": its label. "honoured": true if the mended draft does what its line asks. "passages": the labels of the passages that do it; empty if it concerns the whole. "reason": if it is not honoured, or only in part, why, in one plain sentence for the person who wrote it; else empty.
- Mend what was found and nothing else. If a quotation does not stand in its passage, copy one that does, or say it in your own words without quotation marks. If an address is not allowed, leave it out. If something was told before, drop it or tell what is new. If the episode is too short, write the blocks longer from their passages; if it is too long, shorten or drop.`,
} as const;

export interface RepairRequest {
  brief: Brief;
  draft: Draft;
  findings: readonly Finding[];
  /** Of which blocks the model may change anything, counted from 0: the frame is written by code. */
  open: readonly number[];
  /** The passages that it may be mended from. */
  passageIds: readonly string[];
  /** The notes that it is asked about and the memories to be kept to, by their ids. */
  wishes: ReadonlySet<string>;
}

/** The request for a repair: head, findings, draft and passages, all by their labels. */
export function renderRepair({ brief, draft, findings, open, passageIds, wishes }: RepairRequest): string {
  const ids = new Set(passageIds);
  const passages = new Map([...labelPassages(brief)].filter(([, { id }]) => ids.has(id)));
  const pieces: [label: string, text: string][] = [
    ["findings", findings.map(printFinding).join("\n")],
    ["head", `Title: ${draft.title}\nDek: ${draft.dek}`],
    ...open.map((at): [string, string] => [`b${at + 1}`, printBlock(brief, draft.blocks[at])]),
    ...[...passages].map(([label, candidate]): [string, string] => [label, printPassage(candidate)]),
  ];
  pieces.push(...wishPieces(brief, wishes));
  const boundary = boundaryFor([...headTexts(brief), ...pieces.map(([, text]) => text)]);
  const { minutes } = brief.project;
  return [
    [
      ...requestHead(brief, `mend the draft of episode ${brief.episodeNumber}`, boundary),
      `Length: ${minutes} minutes of reading, about ${wordsFor(minutes)} words in all`,
      ...wishLines(brief, wishes, passages),
    ].join("\n"),
    ...pieces.map(([label, text]) => delimited(boundary, label, text)),
  ].join("\n\n");
}

function printFinding({ block, message }: Finding): string {
  return `${block === null ? "The whole" : `b${block + 1}`}: ${message}`;
}
