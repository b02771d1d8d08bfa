import type { DraftBlock } from "../../writer.ts";

/** A block as Markdown, for counting and comparing. */
export function markdownOf(block: DraftBlock): string {
  switch (block.type) {
    case "MARKDOWN":
    case "RECAP":
      return block.markdown;
    case "QUOTE":
      return block.text;
    case "RECALL":
      return `${block.question}\n\n${block.answer}`;
    case "SCENARIO":
      return `${block.situation}\n\n${block.task}`;
  }
}
