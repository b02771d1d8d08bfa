import { englishLinguist } from "./english-linguist.ts";
import { generalLinguist } from "./general-linguist.ts";
import type { Linguist } from "./linguist.ts";

const made = new Map<string, Linguist>();

/** The linguist of a BCP 47 tag: `en-GB` is read as English. A tag that the runtime does not know is read as English. */
export function linguistFor(tag: string): Linguist {
  const language = knownLanguage(tag);
  const existing = made.get(language);
  if (existing !== undefined) return existing;
  const linguist = language === "en" ? englishLinguist() : generalLinguist(language);
  made.set(language, linguist);
  return linguist;
}

function knownLanguage(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return "en";
  }
}
