import { z } from "zod";
import { cleanText } from "#domain/sources/clean-text.ts";

/** What the database holds at most, in characters as people count them (code points). */
const LONGEST_NOTE = 10_000;
const LONGEST_PASSAGE = 2000;
const LONGEST_REASON = 1000;

/** Spaces, and what looks like one or like nothing: format characters, the braille blank, the Hangul fillers. */
const INVISIBLE = /[\s\p{Z}\p{Cf}\p{Cc}\u2800\u115f\u1160\u3164\uffa0]|\ufe0f/gu;

/** The words of a note, storable: line ends become "\n", control characters (NUL among them) go, lone surrogates become U+FFFD. */
export const NoteText = z
  .string("Write what you would like.")
  .transform((raw) => cleanText(raw).text.trim())
  .superRefine((text, check) => {
    const length = countCharacters(text);
    if (!saysSomething(text)) {
      check.addIssue({ code: "custom", message: "Write what you would like: the note is empty." });
    } else if (length > LONGEST_NOTE) {
      check.addIssue({
        code: "custom",
        message: `A note has ${inWords(LONGEST_NOTE)} characters at most; this one has ${inWords(length)}.`,
      });
    }
  });

/** Words that were marked in a block. They only say what a note is about, so what is too long is cut. */
export const NotePassage = z
  .string()
  .transform((raw) => cut(cleanText(raw).text.trim(), LONGEST_PASSAGE))
  .transform((passage) => (saysSomething(passage) ? passage : null));

/** Why an editor decided so, for the author. */
export const SettlingReason = z
  .string()
  .transform((raw) => cleanText(raw).text.trim())
  .refine((reason) => countCharacters(reason) <= LONGEST_REASON, {
    message: `${inWords(LONGEST_REASON)} characters at most, please.`,
  });

export function saysSomething(text: string): boolean {
  return text.replace(INVISIBLE, "").length > 0;
}

function countCharacters(text: string): number {
  return [...text].length;
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}

function inWords(count: number): string {
  return count.toLocaleString("en-US");
}
