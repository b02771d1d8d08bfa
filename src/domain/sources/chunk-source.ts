import { createHash } from "node:crypto";
import { countTokens } from "#platform/count-tokens.ts";
import type { DocumentBlock } from "./extract-document.ts";
import { chooseBreaks } from "./internal/choose-breaks.ts";
import { type ChunkUnit, unitsOfDocument, unitsOfTranscript } from "./internal/chunk-units.ts";
import { type Passage, renderPassage } from "./internal/render-passage.ts";
import type { Turn } from "./turn.ts";

/** No chunk has more tokens than this. */
export const MOST_CHUNK_TOKENS = 320;

/** A passage of a source, ready to be stored; its place in the list is its ordinal. */
export interface Chunk extends Passage {
  tokenCount: number;
  charCount: number;
  /** SHA-256 of the text in UTF-8. */
  contentHash: Uint8Array<ArrayBuffer>;
}

/**
 * Cuts a document into chunks of about 120 to 220 tokens, at most 320. A chunk never crosses a heading, is cut between
 * blocks where possible, else between sentences or lines, and inside a sentence only when that alone is too long.
 * Every word is in exactly one chunk; the fences of code and heads of tables are repeated around their parts.
 */
export function chunkDocument(blocks: DocumentBlock[], language: string | null): Chunk[] {
  return unitsOfDocument(blocks, language).flatMap(chunkUnits);
}

/**
 * Cuts a transcript in the same way between turns, rather not after a question, and inside a turn only when it is long.
 * Each part of a turn keeps its speaker and its own times.
 */
export function chunkTranscript(turns: Turn[], language: string | null): Chunk[] {
  return chunkUnits(unitsOfTranscript(turns, language));
}

function chunkUnits(units: ChunkUnit[]): Chunk[] {
  const starts = chooseBreaks(units);
  return starts.flatMap((start, at) => toChunks(units.slice(start, starts[at + 1])));
}

function toChunks(units: ChunkUnit[]): Chunk[] {
  const passage = renderPassage(units);
  if (passage.text.trim() === "") return [];
  const tokenCount = countTokens(passage.text);
  // Parts are weighed alone; in rare scripts the joined text counts more than their sum.
  if (tokenCount > MOST_CHUNK_TOKENS && units.length > 1) {
    const middle = Math.ceil(units.length / 2);
    return [...toChunks(units.slice(0, middle)), ...toChunks(units.slice(middle))];
  }
  const contentHash = createHash("sha256").update(passage.text).digest();
  return [{ ...passage, tokenCount, charCount: passage.text.length, contentHash }];
}
