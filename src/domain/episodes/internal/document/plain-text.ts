import type { Nodes, Parents } from "mdast";
import { parseMarkdown } from "./parse-markdown.ts";

/** The words of a tree without marks: blocks and cells are divided by a blank, letters inside a word never are. */
export function plainText(node: Nodes): string {
  return collect(node).replace(/\s+/g, " ").trim();
}

/** The words of a Markdown text without marks. */
export function plainTextOf(markdown: string): string {
  return plainText(parseMarkdown(markdown));
}

const BLOCKS = new Set([
  "paragraph",
  "heading",
  "listItem",
  "tableCell",
  "tableRow",
  "blockquote",
  "code",
  "break",
]);

function collect(node: Nodes): string {
  if (node.type === "html") return "";
  if (node.type === "break") return " ";
  const own = "value" in node ? node.value : "children" in node ? childrenOf(node).map(collect).join("") : "";
  return BLOCKS.has(node.type) ? `${own} ` : own;
}

function childrenOf(node: Parents): Nodes[] {
  return node.children;
}
