import type { Nodes } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

/** A tree as Markdown, the same text for the same tree. */
export function printMarkdown(node: Nodes): string {
  return toMarkdown(node, {
    bullet: "-",
    emphasis: "*",
    fences: true,
    rule: "-",
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  }).trim();
}

/** Plain words as Markdown in which no sign has a meaning. The mark of a cut, "[…]", never has one and stays readable. */
export function escapeMarkdown(text: string): string {
  const value = text.replace(/\s+/g, " ").trim();
  return printMarkdown({ type: "paragraph", children: [{ type: "text", value }] }).replace(
    /\\\[…\\?\]/g,
    "[…]",
  );
}
