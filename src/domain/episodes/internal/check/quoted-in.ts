import { parseMarkdown } from "../document/parse-markdown.ts";
import { plainText } from "../document/plain-text.ts";

/**
 * The words in quotation marks of any kind, paragraph by paragraph: curved, straight, guillemets, corners. A straight mark may be an
 * inch or stand alone: with an odd number of them there are two ways to pair them. Each paragraph answers with its readings.
 */
export function readingsOfQuotes(markdown: string): string[][][] {
  return paragraphsOf(markdown).map((text) => {
    const sure = pairsOf(text).flatMap((pair) =>
      [...text.matchAll(pair)].map(([, words = ""]) => words.trim()),
    );
    return straightReadings(text).map((words) => [...sure, ...words]);
  });
}

/** The same by the first reading, as one list. */
export function quotedIn(markdown: string): string[] {
  return readingsOfQuotes(markdown).flatMap(([first]) => first ?? []);
}

/** French guillemets point outwards, German ones inwards: the first of a paragraph tells. */
function pairsOf(text: string): RegExp[] {
  const guillemets = text.search(/[«»]/) === text.indexOf("«") ? /«([^«»]+)»/g : /»([^«»]+)«/g;
  return [/“([^“”]+)”/g, /„([^„“”]+)[“”]/g, /「([^「」]+)」/g, guillemets];
}

function straightReadings(text: string): string[][] {
  const parts = text.split('"');
  const inside = (first: number) =>
    parts.slice(0, -1).flatMap((part, at) => (at >= first && (at - first) % 2 === 0 ? [part.trim()] : []));
  return parts.length % 2 === 1 ? [inside(1)] : [inside(1), inside(2)];
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
