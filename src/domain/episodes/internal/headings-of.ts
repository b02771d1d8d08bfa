import { parseMarkdown } from "./document/parse-markdown.ts";
import { plainText } from "./document/plain-text.ts";

/** The headings of a block, for an outline: the level and the words without marks. */
export function headingsOf(markdown: string): { level: number; text: string }[] {
  return parseMarkdown(markdown).children.flatMap((node) =>
    node.type === "heading" ? [{ level: node.depth, text: plainText(node) }] : [],
  );
}
