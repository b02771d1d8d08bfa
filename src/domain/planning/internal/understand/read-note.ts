import type { NoteToUnderstand } from "../../understanding.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexiconFor } from "./lexicon-for.ts";
import { mendTypos } from "./mend-typos.ts";
import { noteLanguage } from "./note-language.ts";
import { foldCase, plainNote } from "./plain-note.ts";

/** A note as it is read: in plain words, and the same in lower case, by the lexicon of its language. */
export interface ReadNote {
  note: NoteToUnderstand;
  plain: string;
  folded: string;
  language: string;
  lexicon: Lexicon;
}

/** Makes a note ready to be understood: its language, without markup, addresses, and slips in the words that tell a wish. */
export function readNote(note: NoteToUnderstand): ReadNote {
  const written = plainNote(note.text);
  const language = noteLanguage(written, note.project.language);
  const lexicon = lexiconFor(language);
  const said = written.replace(lexicon.said, "");
  const plain = language === "en" ? mendTypos(said) : said;
  return { note, plain, folded: foldCase(plain), language, lexicon };
}
