import type { Definition, Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";

/** Large documents are parsed in parts, because the parser's time grows faster than its input. */
const PART_CHARS = 64 * 1024;
/** Longer than any block that a person writes: here a part ends even inside a block. */
const LONGEST_PART_CHARS = 16 * PART_CHARS;

/** Only blocks are wanted; without these micromark spares two thirds of its time and its quadratic cases. */
const INLINE = [
  "attention",
  "autolink",
  "codeText",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
];
const GFM_INLINE = ["strikethrough", "wwwAutolink", "protocolAutolink", "emailAutolink"];

const full = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
const blocksOnly = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(withoutInline)
  .freeze();

function withoutInline(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: [...INLINE, ...GFM_INLINE] } });
}

/** Yields the top-level blocks of a document with their Markdown, in order. */
export function* parseBlocks(text: string): Generator<{ node: RootContent; markdown: string }> {
  for (const part of splitParts(text)) {
    for (const node of blocksOnly.parse(part).children) {
      yield { node, markdown: part.slice(node.position?.start.offset, node.position?.end.offset) };
    }
  }
}

/** The tree of a short piece of Markdown with everything inline. */
export function parseInline(markdown: string): Root {
  return full.parse(markdown);
}

/** The Markdown of every link definition by its label, normalised as CommonMark matches labels. */
export function collectDefinitions(text: string): Map<string, string> {
  const definitions = new Map<string, string>();
  if (!/^[ >]*\[[^\]\n]+\]:/m.test(text)) return definitions;
  for (const { node, markdown } of parseBlocks(text)) {
    if (node.type !== "definition") continue;
    const label = normaliseLabel(node.label ?? node.identifier);
    if (!definitions.has(label)) definitions.set(label, markdown);
  }
  return definitions;
}

/** Writes `[words][label]` as `[words](url)`, so that the block can stand without its document. */
export function inlineReferences(markdown: string, definitions: Map<string, string>): string {
  if (definitions.size === 0 || markdown.length > PART_CHARS) return markdown;
  const used = new Set<string>();
  for (const match of markdown.matchAll(/\[([^[\]]{1,999})\]/g)) {
    const definition = definitions.get(normaliseLabel(match[1] ?? ""));
    if (definition !== undefined) used.add(definition);
  }
  if (used.size === 0) return markdown;
  const tree = parseInline(`${markdown}\n\n${[...used].join("\n\n")}`);
  const targets = new Map<string, Definition>();
  for (const node of tree.children) if (node.type === "definition") targets.set(node.identifier, node);
  return replaceReferences(markdown, tree, targets);
}

function replaceReferences(markdown: string, tree: Root, targets: Map<string, Definition>): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const walk = (node: Root | RootContent) => {
    if (node.type === "linkReference" || node.type === "imageReference") {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? 0;
      const target = targets.get(node.identifier);
      // "[words][label]" and "[words][]" lose their second pair of brackets; "[words]" has none.
      const words = node.referenceType === "shortcut" ? end : markdown.lastIndexOf("[", end - 1);
      const title = target?.title ? ` "${target.title.replaceAll('"', '\\"')}"` : "";
      if (target !== undefined) edits.push({ start: words, end, text: `(<${target.url}>${title})` });
      if (start >= markdown.length) return;
    }
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), markdown);
}

function normaliseLabel(label: string): string {
  return label
    .replace(/\\(?=[[\]\\])/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase();
}

/** Cuts a long document before headings and other lines that begin a block, never inside fenced code. */
function* splitParts(text: string): Generator<string> {
  let start = 0;
  let fence: string | null = null;
  let isAfterBlank = true;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline + 1;
    const line = text.slice(at, Math.min(end, at + 200));
    const beginsBlock =
      fence === null && (/^#{1,6}\s/.test(line) || (isAfterBlank && /^[^\s\-+*\d>]/.test(line)));
    if ((beginsBlock && at - start >= PART_CHARS) || at - start >= LONGEST_PART_CHARS) {
      yield text.slice(start, at);
      start = at;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === null) fence = mark;
    else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null;
    isAfterBlank = line.trim() === "";
    at = end;
  }
  yield text.slice(start);
}
