import type { Nodes, Parents } from "mdast";
import { parseMarkdown } from "./parse-markdown.ts";

/** The words of a tree without marks: blocks and cells are divided by a blank, letters inside a word never are. */
export function plainText(node: Nodes): string {
  return collect(node).replace(/\s+/g, " ").trim();
}

/** Every step reads the same blocks again, and every episode all that were told. Beyond these bounds the cache starts afresh, or is passed by. */
const MOST_CACHED = 2_000;
const LONGEST_CACHED = 5_000;
const cache = new Map<string, string>();

/** The words of a Markdown text without marks. */
export function plainTextOf(markdown: string): string {
  const known = cache.get(markdown);
  if (known !== undefined) return known;
  const plain = plainText(parseMarkdown(markdown));
  if (markdown.length > LONGEST_CACHED) return plain;
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(markdown, plain);
  return plain;
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
