import type { Passage } from "../../brief.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { utterancesOf } from "../transcript/utterances.ts";
import { CUT } from "../write/cut.ts";

/** Words that stand in a passage, as they stand there, and in a talk who said them when. */
export interface Located {
  text: string;
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
}

/**
 * Finds words in a passage that a model has copied, and gives the passage's own: models straighten quotation marks, dashes and
 * blanks while they copy. Null when other words, or other numbers, stand there.
 */
export function locateQuote(passage: Passage, quoted: string): Located | null {
  const stretches = quoted
    .split(/\[?(?:…|\.{3})\]?/)
    .map((stretch) => fold(stretch.trim().replace(/^["“”„«»‘’']+|["“”„«»‘’']+$/g, "")).text.trim())
    .filter((stretch) => stretch !== "");
  if (stretches.length === 0) return null;
  // A sentence that ends inside a larger one is often closed by a sign of its own.
  for (const wanted of [stretches, stretches.map((stretch) => stretch.replace(/[.,;:]+$/, ""))]) {
    for (const { text, ...who } of textsOf(passage)) {
      const found = findAll(text, wanted);
      if (found !== null) return { ...who, text: found.join(` ${CUT} `) };
    }
  }
  return null;
}

function textsOf(passage: Passage): Located[] {
  if (passage.turns.length > 0) return utterancesOf(passage.turns);
  const text = passage.format === "TEXT" ? passage.text : plainTextOf(passage.text);
  return [{ text: text.replace(/\s+/g, " ").trim(), speaker: null, startMs: null, endMs: null }];
}

/** The stretches in their order, as the text has them. */
function findAll(text: string, stretches: readonly string[]): string[] | null {
  const folded = fold(text);
  const found: string[] = [];
  let from = 0;
  for (const stretch of stretches) {
    const at = indexOfWords(folded.text, stretch, from);
    if (at === -1) return null;
    from = at + stretch.length;
    found.push(text.slice(folded.places[at], (folded.places[from - 1] ?? 0) + 1));
  }
  return found;
}

/** Where whole words stand: "he said" does not stand in "she said". */
function indexOfWords(text: string, words: string, from: number): number {
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    const isWhole = !isInside(text, at) && !isInside(text, at + words.length);
    if (isWhole) return at;
  }
  return -1;
}

function isInside(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) && at > 0;
}

const SAME: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."“”„«»"].map((mark) => [mark, '"'])),
  ...Object.fromEntries([..."‘’‚"].map((mark) => [mark, "'"])),
  ...Object.fromEntries([..."–—−‑"].map((dash) => [dash, "-"])),
};

/** A text without what copying changes, and where each of its characters stood. */
function fold(text: string): { text: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const isBlank = /\s/.test(char);
    if (isBlank && folded.endsWith(" ")) continue;
    const lower = char.toLowerCase();
    folded += isBlank ? " " : (SAME[char] ?? (lower.length === 1 ? lower : char));
    places.push(at);
  }
  return { text: folded, places };
}
