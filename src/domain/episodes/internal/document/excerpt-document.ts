import type { Paragraph, RootContent } from "mdast";
import type { Passage, TextExcerpt } from "../../brief.ts";
import { keepLinks } from "./keep-links.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { plainText } from "./plain-text.ts";
import { printMarkdown } from "./print-markdown.ts";

const MOST_CODE_LINES = 30;
const MOST_TABLE_ROWS = 24;
/** When more of a text than this stands inside links, it is a way to other pages and not something to read. */
const MOST_LINKED = 0.6;
/** Sections that are about the document and not about its subject. */
const HOUSEKEEPING =
  /^(?:table of )?contents?$|^toc$|^licen[cs]e$|^copyright|^contributing$|^contributors?$|^changelog$|^see also$|^references?$|^further reading$|^links$|^acknowledge?ments?$|^inhalt(?:sverzeichnis)?$|^lizenz$|^sommaire$|^licencia$|^índice$/i;

/** The parts of a document's passage that are worth reading, in order, as clean Markdown with the words untouched. */
export function excerptDocument(passage: Passage, links: ReadonlySet<string>): TextExcerpt[] {
  if (HOUSEKEEPING.test(passage.headingPath.at(-1)?.trim() ?? "")) return [];
  const nodes = passage.format === "TEXT" ? paragraphsOf(passage.text) : parseMarkdown(passage.text).children;
  const path = new Set(passage.headingPath.map((heading) => heading.trim()));
  const excerpts: TextExcerpt[] = [];
  for (const node of nodes) {
    const excerpt = toExcerpt(node, links);
    if (excerpt !== null && !(excerpt.node === "heading" && path.has(excerpt.plain))) excerpts.push(excerpt);
    else if (!isHeading(node)) dropIntroduction(excerpts);
  }
  dropIntroduction(excerpts);
  // A passage of code or headings alone explains nothing.
  return excerpts.some(({ node }) => node !== "code" && node !== "heading") ? excerpts : [];
}

/** Plain text has no marks: a star or a hash in it is a star or a hash. */
function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => ({
      type: "paragraph",
      children: [{ type: "text", value: part.trim().replace(/\s*\n\s*/g, " ") }],
    }));
}

function toExcerpt(node: RootContent, links: ReadonlySet<string>): TextExcerpt | null {
  const kind = kindOf(node);
  if (kind === null || linkedShare(node) > MOST_LINKED) return null;
  const cleaned = keepLinks(node, links);
  const plain = plainText(cleaned);
  if (!/\p{L}{2}/u.test(plain)) return null;
  if (node.type === "code" && node.value.split("\n").length > MOST_CODE_LINES) return null;
  if (node.type === "table" && node.children.length > MOST_TABLE_ROWS) return null;
  return { kind: "text", node: kind, markdown: printMarkdown(cleaned), plain, words: countWords(plain) };
}

function kindOf(node: RootContent): TextExcerpt["node"] | null {
  switch (node.type) {
    case "paragraph":
    case "heading":
    case "list":
    case "table":
    case "code":
    case "blockquote":
      return node.type;
    default:
      return null;
  }
}

/** "For example:" leads to what was dropped, or to the next passage, and stays behind alone. */
function dropIntroduction(excerpts: TextExcerpt[]): void {
  const last = excerpts.at(-1);
  if (last?.node === "heading" || (last?.node === "paragraph" && /:$/.test(last.plain))) excerpts.pop();
}

function isHeading(node: RootContent): boolean {
  return node.type === "heading";
}

function linkedShare(node: RootContent): number {
  const all = plainText(node).length;
  return all === 0 ? 0 : linkedChars(node) / all;
}

function linkedChars(node: RootContent): number {
  if (node.type === "link" || node.type === "linkReference") return plainText(node).length;
  if (!("children" in node)) return 0;
  return node.children.reduce((sum, child) => sum + linkedChars(child), 0);
}

/** Words between blanks, as a reader counts them. */
export function countWords(plain: string): number {
  return plain.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
