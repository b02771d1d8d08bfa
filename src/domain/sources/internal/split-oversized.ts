import { countTokens } from "#platform/count-tokens.ts";

/** No text of this length fits into a chunk, so it is halved without being counted. */
const SURELY_TOO_LONG = 4000;

/**
 * Halves a text until each piece has at most `most` tokens: near its middle behind a clause, else behind a blank, else
 * between two characters as people see them. The pieces, joined, are the text.
 */
export function splitOversized(text: string, most: number): string[] {
  if (text.length <= SURELY_TOO_LONG && countTokens(text) <= most) return [text];
  const at = findSplit(text);
  if (at <= 0 || at >= text.length) return [text];
  return [...splitOversized(text.slice(0, at), most), ...splitOversized(text.slice(at), most)];
}

function findSplit(text: string): number {
  const middle = Math.floor(text.length / 2);
  const reach = Math.min(400, Math.floor(text.length / 4));
  const from = middle - reach;
  const window = text.slice(from, middle + reach);
  for (const pattern of [/[\n;:,–—、，；][\s]*/g, /\s+/g]) {
    const ends = [...window.matchAll(pattern)].map((match) => from + match.index + match[0].length);
    const nearest = ends.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    if (nearest !== undefined) return nearest;
  }
  return characterEnd(text, middle);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The end of the character that spans `at`; a cluster too long to be one (stacked marks) is cut between code points. */
function characterEnd(text: string, at: number): number {
  const from = Math.max(0, at - 50);
  const start = from + (isLowSurrogate(text, from) ? 1 : 0);
  const window = text.slice(start, at + 50);
  const containing = graphemes.segment(window).containing(at - start);
  const end = containing === undefined ? at : start + containing.index + containing.segment.length;
  const limit = Math.min(end, at + 40);
  return limit + (isLowSurrogate(text, limit) ? 1 : 0);
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
