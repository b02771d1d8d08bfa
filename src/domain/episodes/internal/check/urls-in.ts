import { visit } from "unist-util-visit";
import { parseMarkdown } from "../document/parse-markdown.ts";

/** Every URL that a Markdown text would link to or show, raw HTML included. */
export function urlsIn(markdown: string): string[] {
  const urls: string[] = [];
  visit(parseMarkdown(markdown), (node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition") urls.push(node.url);
    if (node.type === "html") {
      for (const [, url = ""] of node.value.matchAll(/(?:href|src)\s*=\s*["']?([^"'\s>]+)/gi)) urls.push(url);
    }
  });
  return urls;
}

/** True when a Markdown text has raw HTML in it. */
export function hasRawHtml(markdown: string): boolean {
  let isThere = false;
  visit(parseMarkdown(markdown), "html", () => {
    isThere = true;
  });
  return isThere;
}
