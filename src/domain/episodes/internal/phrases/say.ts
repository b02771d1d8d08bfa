import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { spanish } from "./spanish.ts";

/**
 * Everything that the writer says in its own words: where words come from and where the series stands, never anything
 * about the subject. `{slots}` are filled with names, headings and quotations.
 */
export type Phrases = Record<
  | "recapTitle"
  | "recapHeadings"
  | "recapLine"
  | "startDocument"
  | "startTalk"
  | "people"
  | "cuts"
  | "goesOn"
  | "turnDocument"
  | "turnTalk"
  | "later"
  | "furtherOn"
  | "ahead"
  | "end"
  | "whoSaid"
  | "gap"
  | "ending"
  | "reply"
  | "asks"
  | "correction"
  | "correctionOf"
  | "toldIn",
  readonly [string, ...string[]]
> & {
  why: string;
  whatIs: string | null;
  whatAre: string | null;
  /** Null where the noun that is counted is not told from others. */
  howMany: string | null;
  whatShare: string | null;
};

const BY_LANGUAGE: Record<string, Phrases> = { en: english, de: german, fr: french, es: spanish };

/** The phrases of a language; of one that has none yet, the English ones. */
export function phrasesFor(tag: string): Phrases {
  return BY_LANGUAGE[tag.toLowerCase().split("-")[0] ?? "en"] ?? english;
}

/** Fills a phrase. `turn` chooses among its wordings, so that they alternate over a series in the same way every time. */
export function say(
  variants: readonly [string, ...string[]],
  slots: Record<string, string>,
  turn: number,
): string {
  const wording = variants[turn % variants.length] ?? variants[0];
  return wording.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
}
