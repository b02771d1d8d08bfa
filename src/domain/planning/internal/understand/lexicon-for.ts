import type { Lexicon } from "./lexicon.ts";
import { ENGLISH } from "./lexicons/english.ts";
import { FRENCH } from "./lexicons/french.ts";
import { GERMAN } from "./lexicons/german.ts";
import { SPANISH } from "./lexicons/spanish.ts";

const LEXICONS: Readonly<Record<string, Lexicon>> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

/** The lexicon of a language; English where there is none. */
export function lexiconFor(language: string): Lexicon {
  return LEXICONS[language] ?? ENGLISH;
}
