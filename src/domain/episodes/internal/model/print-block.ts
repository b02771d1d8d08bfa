import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { labelsOf } from "./label-passages.ts";

/** A block of a draft as a model reads it when it is to mend it. */
export function printBlock(brief: Brief, block: DraftBlock | undefined): string {
  if (block === undefined) return "";
  const labels = labelsOf(
    brief,
    block.origins.flatMap((origin) => (origin.kind === "PASSAGE" ? [origin.passageId] : [])),
  );
  return [...fieldsOf(block), `passages: ${labels.join(", ")}`].join("\n");
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
