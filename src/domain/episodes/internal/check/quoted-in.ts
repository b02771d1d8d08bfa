import { parseMarkdown } from "../document/parse-markdown.ts";
import { plainText } from "../document/plain-text.ts";

/** A straight mark is an inch, a ditto or a quotation mark: it opens at the start of a word and closes at the end of one. */
const STRAIGHT = /(?<![\p{L}\p{N}])"(?=\S)([^"]*\S)"(?![\p{L}\p{N}])/gu;
const PAIRS = [/“([^“”]+)”/g, /„([^„“”]+)[“”]/g, /「([^「」]+)」/g, STRAIGHT];
const OUTWARDS = /«([^«»]+)»/g;
const INWARDS = /»([^«»]+)«/g;

/** The words in quotation marks of any kind, paragraph by paragraph: curved, straight, guillemets, corners. */
export function quotedIn(markdown: string): string[] {
  return paragraphsOf(markdown).flatMap((text) => {
    // French guillemets point outwards, German ones inwards: the first of a paragraph tells.
    const guillemets = text.search(/[«»]/) === text.indexOf("«") ? OUTWARDS : INWARDS;
    return [...PAIRS, guillemets].flatMap((pair) =>
      [...text.matchAll(pair)].map(([, words = ""]) => words.trim()),
    );
  });
}

function paragraphsOf(markdown: string): string[] {
  return parseMarkdown(markdown).children.flatMap((node) => {
    if (node.type === "code") return [];
    if (node.type === "list" || node.type === "blockquote" || node.type === "table") {
      return node.children.map((child) => plainText(child));
    }
    return [plainText(node)];
  });
}
