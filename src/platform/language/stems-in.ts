import { linguistFor } from "./linguist-for.ts";

/** The stems of the words of a text that mean something, each time that one stands there. */
export function stemsIn(text: string, language: string): string[] {
  return linguistFor(language)
    .read(text)
    .flatMap(({ tokens }) => tokens.filter(({ isContent }) => isContent).map(({ stem }) => stem));
}
