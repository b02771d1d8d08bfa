import type { Corrects } from "./lexicon.ts";
import { cutAtWord } from "./say-understanding.ts";

/** What a note says is wrong, where it names it, and what is right. */
export interface ReadCorrection {
  wrong: string | null;
  right: string;
}

const MOST_CHARS = 500;
/** A value is said in few words; what is longer is a statement, which is kept whole. */
const MOST_WORDS = 5;
/** A figure, in digits or as many languages write small ones. */
const FIGURE = "(?:\\d[\\d.,:/%-]*|\\p{L}+(?:-\\p{L}+)?)";

/** Reads a correction out of a note in plain words. `passage` is what its author has marked. */
export function readCorrection(plain: string, passage: string | null, corrects: Corrects): ReadCorrection {
  const stated = plain.replace(corrects.opening, "").trim() || plain;
  for (const pattern of corrects.pairs) {
    const { fact, right = fact, wrong } = pattern.exec(stated)?.groups ?? {};
    if (right === undefined || !/[\p{L}\p{N}]/u.test(right)) continue;
    const value = trim(right.replace(corrects.before, ""));
    const fitted =
      fact === undefined && value !== "" && value.split(" ").length <= MOST_WORDS ? value : trim(right);
    return {
      right: cutAtWord(fitted, MOST_CHARS),
      wrong: wrong === undefined ? markedWords(fitted, passage) : withUnit(trim(wrong), fitted, passage),
    };
  }
  return { wrong: markedWords(stated, passage), right: cutAtWord(stated, MOST_CHARS) };
}

/** "Eight weeks, not six" of "six weeks": what is wrong with its unit, where it stands so in the marked words. */
function withUnit(wrong: string, right: string, passage: string | null): string {
  const unit = /\s(?<unit>\p{L}+)$/u.exec(right)?.groups?.unit;
  const whole = `${wrong} ${unit}`;
  return unit !== undefined && passage?.toLowerCase().includes(whole.toLowerCase()) ? whole : wrong;
}

/** Of the marked words those in the place of what is right, by its unit: "forty seats" for "twenty-five seats". Else all of them. */
function markedWords(right: string, passage: string | null): string | null {
  if (passage === null) return null;
  for (const [, unit] of right.matchAll(new RegExp(`${FIGURE} (\\p{L}{3,})`, "giu"))) {
    const inPassage = new RegExp(`(?<![\\p{L}\\p{N}])\\d[\\d.,:]* ${unit}(?![\\p{L}\\p{N}])`, "iu").exec(
      passage,
    );
    if (inPassage !== null) return inPassage[0];
  }
  return cutAtWord(passage, MOST_CHARS);
}

function trim(words: string): string {
  return words
    .replace(/^[\s"“”„«»',;:.–—-]+|[\s"“”„«»',;:.!?–—-]+$/gu, "")
    .replace(/\s(?:please|pls|bitte|s'il vous plaît|por favor)$/iu, "");
}
