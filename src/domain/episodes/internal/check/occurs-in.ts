import type { Passage } from "../../brief.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { utterancesOf } from "../transcript/utterances.ts";

/**
 * True when the quotation stands in the passage word for word: each stretch between "[…]" marks and blank lines in one
 * piece. Only runs of blanks may differ; in a transcript a listener's "mm-hmm" may have stood between.
 */
export function occursIn(passage: Passage, quote: string): boolean {
  const texts = textsOf(passage).map(normalised);
  const stretches = quote
    .split(/\[…\]|\n\s*\n/)
    .map(normalised)
    .filter((stretch) => stretch !== "");
  return stretches.length > 0 && stretches.every((stretch) => texts.some((text) => text.includes(stretch)));
}

function textsOf(passage: Passage): string[] {
  if (passage.turns.length > 0) return utterancesOf(passage.turns).map(({ text }) => text);
  return passage.format === "TEXT" ? [passage.text] : [plainTextOf(passage.text)];
}

function normalised(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
