import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Candidate } from "../../brief.ts";
import { wordsOf } from "./drop-repeats.ts";

/** The stems of the telling words of what a candidate would print, each time that one stands there. */
export function contentStems(candidate: Candidate, projectLanguage: string): string[] {
  const linguist = linguistFor(candidate.language ?? projectLanguage);
  return candidate.excerpts
    .flatMap((excerpt) => linguist.read(wordsOf(excerpt)))
    .flatMap((sentence) => sentence.tokens)
    .filter((token) => token.isContent)
    .map((token) => token.stem);
}
