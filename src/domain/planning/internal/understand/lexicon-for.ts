import type { Lexicon } from "./lexicon.ts";
import { ENGLISH } from "./lexicons/english.ts";

const LEXICONS: Readonly<Record<string, Lexicon>> = { en: ENGLISH };

/** The lexicon of a language; English where there is none. */
export function lexiconFor(language: string): Lexicon {
  return LEXICONS[language] ?? ENGLISH;
}
