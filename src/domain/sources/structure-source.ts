import { AppError } from "#platform/errors.ts";
import { detectLanguage } from "#platform/language/detect-language.ts";
import { type Chunk, chunkDocument, chunkTranscript } from "./chunk-source.ts";
import { extractMarkdown, extractPlainText } from "./extract-document.ts";
import { extractTranscript } from "./extract-transcript.ts";
import type { SourceFormat } from "./internal/detect-format.ts";
import { findLinks } from "./internal/find-links.ts";
import { renderTurn } from "./internal/render-passage.ts";

/** What is found out about a source's content. */
export interface StructuredSource {
  /** What the chunks were cut from: the document, or the turns of a transcript as lines of "Speaker: words". */
  text: string;
  language: string | null;
  links: string[];
  speakers: string[];
  /** Of a transcript: when the last word ends. */
  durationMs: number | null;
  chunks: Chunk[];
}

/**
 * Finds the structure of a text that passed `readSource`: language, links, speakers, chunks. Pure and, for large texts,
 * slow (seconds): `structureInThread` keeps the process answering.
 * Throws `AppError("INVALID")` when there is nothing to write from.
 */
export function structureSource({ format, text }: { format: SourceFormat; text: string }): StructuredSource {
  const isTranscript = format === "WEBVTT" || format === "SRT";
  const structured = isTranscript ? structureTranscript(text) : structureDocument(format, text);
  if (structured.chunks.length > 0) return structured;
  throw new AppError(
    "INVALID",
    "There is nothing to write from in this: only comments, link targets or blanks. Check that it is the right file.",
  );
}

function structureTranscript(cues: string): StructuredSource {
  const turns = extractTranscript(cues);
  const language = detectLanguage(turns.map((turn) => turn.text).join("\n"));
  const text = turns.map(renderTurn).join("\n");
  const speakers = new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  const durationMs = turns.reduce((latest, turn) => Math.max(latest, turn.endMs), 0);
  const chunks = chunkTranscript(turns, language);
  return { text, language, links: findLinks(text), speakers: [...speakers], durationMs, chunks };
}

function structureDocument(format: SourceFormat, text: string): StructuredSource {
  const blocks = format === "MARKDOWN" ? extractMarkdown(text).blocks : extractPlainText(text);
  const language = detectLanguage(text);
  const chunks = chunkDocument(blocks, language);
  return { text, language, links: findLinks(text), speakers: [], durationMs: null, chunks };
}
