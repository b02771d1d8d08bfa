import { stemsIn } from "#platform/language/stems-in.ts";
import type { Passage } from "../../brief.ts";

/** Of the words of an answer that mean something, this share stands in its passage. */
const LEAST_SHARE = 0.6;

/** True when the figures of an answer, and most of its words, stand in the passage; who speaks in it counts as its words. */
export function restsOn(answer: string, passage: Passage, language: string): boolean {
  const words = wordsOf(passage);
  if (!figuresIn(answer).every((figure) => figuresIn(words).includes(figure))) return false;
  // The words of another language can't be compared.
  if (passage.language !== null && primary(passage.language) !== primary(language)) return true;
  const known = new Set(stemsIn(words, language));
  const asked = stemsIn(answer, language);
  return asked.filter((stem) => known.has(stem)).length >= asked.length * LEAST_SHARE;
}

/** The words of a passage with its headings and its speakers. */
export function wordsOf({ sourceTitle, headingPath, text, turns }: Passage): string {
  const said = turns.map((turn) => `${turn.speaker ?? ""} ${turn.text}`);
  return [sourceTitle, ...headingPath, text, ...said].join("\n");
}

/** Numbers without what divides thousands: "1,871" and "1871" are the same. */
export function figuresIn(text: string): string[] {
  return (text.match(/\p{Nd}+(?:[.,’'\u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*/gu) ?? []).map((figure) =>
    figure.replace(/[^\p{Nd}]/gu, ""),
  );
}

function primary(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
