import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { labelMemories, labelNotes } from "./label-notes.ts";
import { labelsOf } from "./label-passages.ts";

/** A block of a draft as a model reads it when it is to mend it. */
export function printBlock(brief: Brief, block: DraftBlock | undefined): string {
  if (block === undefined) return "";
  const labels = labelsOf(
    brief,
    block.origins.flatMap((origin) => (origin.kind === "PASSAGE" ? [origin.passageId] : [])),
  );
  const wishes = wishLabelsOf(brief, block);
  const notes = wishes.length === 0 ? [] : [`notes: ${wishes.join(", ")}`];
  return [...fieldsOf(block), `passages: ${labels.join(", ")}`, ...notes].join("\n");
}

function wishLabelsOf(brief: Brief, { origins }: DraftBlock): string[] {
  const notes = [...labelNotes(brief)].filter(([, { id }]) =>
    origins.some((origin) => origin.kind === "NOTE" && origin.noteId === id),
  );
  const memories = [...labelMemories(brief)].filter(([, { id }]) =>
    origins.some((origin) => origin.kind === "MEMORY" && origin.memoryId === id),
  );
  return [...notes, ...memories].map(([label]) => label);
}

function fieldsOf(block: DraftBlock): string[] {
  switch (block.type) {
    case "MARKDOWN":
    case "RECAP":
      return ["kind: text", withoutHeading(block.markdown)];
    case "QUOTE":
      return ["kind: quote", block.text];
    case "RECALL":
      return ["kind: recall", block.question, `answer: ${block.answer}`];
    case "SCENARIO":
      return ["kind: scenario", block.situation, `answer: ${block.task}`];
  }
}

/** The heading of its section is not the block's to change. */
export function withoutHeading(markdown: string): string {
  return markdown.replace(/^## [^\n]*\s*/, "");
}
