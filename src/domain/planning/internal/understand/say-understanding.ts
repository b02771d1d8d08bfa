import { plainWords } from "./plain-note.ts";

const MOST_CHARS = 300;

/** A paraphrase that fits and holds neither links nor markup, whatever was put into the template. */
export function fitParaphrase(said: string, otherwise: string): string {
  const plain = plainWords(said);
  const fitted = cutAtWord(plain, MOST_CHARS);
  return /[\p{L}\p{N}]/u.test(fitted) ? fitted : otherwise;
}

/** The words up to so many characters, with a sign where something is missing. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, "");
  const blank = cut.lastIndexOf(" ");
  return `${(blank > most / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;:.–—-]+$/u, "")}…`;
}
