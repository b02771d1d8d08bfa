import type { Element, Root as HtmlRoot } from "hast";
import rehypeSanitize, { defaultSchema, type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/** What GitHub allows, less what a text has no use for: no raw attributes, no forms, no ids that could clash with the page's. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames:
    "p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del a img table thead tbody tr th td br hr sup sub".split(
      " ",
    ),
  attributes: {
    a: ["href", "title"],
    img: ["src", "alt", "title"],
    code: [["className", /^language-[\w+#-]{1,30}$/]],
    th: ["align"],
    td: ["align"],
    ol: ["start"],
  },
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"] },
  clobber: [],
  required: {},
};

/**
 * Renders Markdown to sanitised HTML, once, when a block is stored. Raw HTML vanishes; a link whose URL is not in `links`
 * keeps its words, an image goes; links open without telling where the reader came from.
 */
export function renderMarkdown(markdown: string, links: ReadonlySet<string>): string {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(() => (tree: HtmlRoot) => dropForeignLinks(tree, links))
    .use(rehypeSanitize, SCHEMA)
    .use(() => markLinks)
    .use(rehypeStringify)
    .processSync(markdown)
    .toString()
    .trim();
}

function dropForeignLinks(tree: HtmlRoot, links: ReadonlySet<string>): void {
  visit(tree, "element", (element, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (element.tagName === "img" && !isAllowed(element.properties.src, links)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (element.tagName === "a" && !isAllowed(element.properties.href, links)) {
      parent.children.splice(index, 1, ...element.children);
      return [SKIP, index];
    }
    return;
  });
}

/** remark writes a URL percent-encoded; a source may hold it either way. */
function isAllowed(url: unknown, links: ReadonlySet<string>): boolean {
  if (typeof url !== "string") return false;
  return links.has(url) || [...links].some((link) => encodeURI(link) === url || safeDecode(url) === link);
}

function safeDecode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function markLinks(tree: HtmlRoot): void {
  visit(tree, "element", (element: Element) => {
    if (element.tagName === "a") element.properties.rel = ["noopener", "noreferrer", "nofollow"];
    if (element.tagName === "img") element.properties.loading = "lazy";
  });
}
