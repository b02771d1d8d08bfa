import { plainTextOf } from "../document/plain-text.ts";

/** Addresses in any dress: what a reader could click on, or a program would make clickable. */
const ADDRESS =
  /\b[a-z][a-z0-9+.-]*:\/\/\S*|(?<![\p{L}\p{N}])www\.\S*|\b(?:mailto|javascript|data|tel):\S*|\S+@\S+\.\S+|\b(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}[/:?#]\S*/giu;
/** Between two names it makes a domain of them. */
const DOT_INSIDE = /(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu;
/** Signs that can't be seen, and marks of quotation: words of a note are not words of a source. */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|[“”„‟«»「」"<>]/gu;

/**
 * The words of somebody's text as plain text: without Markdown, HTML, images and addresses. What is left is words, and is escaped where it is
 * printed.
 */
export function cleanWords(text: string, mostChars = 500): string {
  const plain = plainTextOf(text.replace(/<[/!]?[a-z!][^>]*>/gi, " "));
  const words = plain
    .replace(UNWANTED, " ")
    .replace(ADDRESS, " ")
    .replace(DOT_INSIDE, " ")
    .replace(/:\/\//g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.])/g, "")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return "";
  return words.length <= mostChars ? words : `${words.slice(0, mostChars).replace(/\s+\S*$/, "")} …`;
}
