import type { Heading, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import {
  collectDefinitions,
  inlineReferences,
  parseBlocks,
  parseInline,
} from "./internal/markdown-blocks.ts";
import { splitParagraphs } from "./internal/split-paragraphs.ts";

/** A paragraph, list, table, quotation or piece of code, with the headings that it stands under. */
export interface DocumentBlock {
  /** Whether a long one is cut between sentences or between lines. */
  kind: "prose" | "lines";
  /** As the author wrote it: Markdown of a Markdown source, else plain text. */
  text: string;
  headingPath: string[];
  /** What each part needs around it when the block is cut: the fences of code, the head of a table. */
  frame?: { open: string; close: string };
}

export interface ExtractedDocument {
  title: string | null;
  blocks: DocumentBlock[];
}

/** Plain text: its paragraphs. It has no headings. */
export function extractPlainText(text: string): DocumentBlock[] {
  return splitParagraphs(text).map((paragraph) => ({ kind: "prose", text: paragraph, headingPath: [] }));
}

/**
 * Reads CommonMark with GitHub's tables and YAML front matter into blocks. Links by reference are written out, because a
 * block must stand alone; comments and rules go. A heading with nothing under it is kept as a block.
 * The title is the front matter's, else the first heading's.
 */
export function extractMarkdown(text: string): ExtractedDocument {
  const definitions = collectDefinitions(text);
  const blocks: DocumentBlock[] = [];
  const open: { depth: number; title: string; isBare: boolean }[] = [];
  let title: string | null = null;
  let firstHeading: string | null = null;

  const closeTo = (depth: number) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) {
      const closed = open.pop();
      if (closed?.isBare) add({ kind: "prose", text: closed.title });
    }
  };
  const add = (block: Omit<DocumentBlock, "headingPath">) => {
    for (const heading of open) heading.isBare = false;
    blocks.push({ ...block, headingPath: open.map((heading) => heading.title) });
  };

  for (const { node, markdown } of parseBlocks(text)) {
    if (node.type === "yaml") title ??= frontMatterTitle(node.value);
    if (node.type === "heading") {
      const headline = headingText(node, markdown);
      firstHeading ??= headline;
      closeTo(node.depth);
      if (headline !== "") open.push({ depth: node.depth, title: headline, isBare: true });
    }
    if (isContent(node)) add(toBlock(node, inlineReferences(markdown, definitions)));
  }
  closeTo(1);
  return { title: title ?? firstHeading, blocks };
}

function isContent(node: RootContent): boolean {
  if (node.type === "html") return node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, "").trim() !== "";
  return !["yaml", "heading", "definition", "thematicBreak"].includes(node.type);
}

function toBlock(node: RootContent, text: string): Omit<DocumentBlock, "headingPath"> {
  if (node.type === "paragraph" || node.type === "footnoteDefinition") return { kind: "prose", text };
  if (node.type === "table") return frame(/^(?:[^\n]*\n){2}/, text, /$/);
  if (node.type === "code") return frame(/^[`~]{3,}[^\n]*\n/, text, /\n[`~]{3,}[ \t]*$/);
  return { kind: "lines", text };
}

function frame(head: RegExp, text: string, tail: RegExp): Omit<DocumentBlock, "headingPath"> {
  const open = head.exec(text)?.[0];
  const close = tail.exec(text)?.[0];
  if (open === undefined || close === undefined || open.length + close.length >= text.length)
    return { kind: "lines", text };
  return { kind: "lines", text: text.slice(open.length, text.length - close.length), frame: { open, close } };
}

function headingText(node: Heading, markdown: string): string {
  const heading = parseInline(markdown).children.find((child) => child.type === "heading");
  return plainText(heading ?? node)
    .replace(/\s+/g, " ")
    .trim();
}

function frontMatterTitle(yaml: string): string | null {
  const value = /^title:[ \t]*(.+)$/m
    .exec(yaml)?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, "$2");
  return value === undefined || value === "" ? null : value;
}
