import { type Chunk, chunkDocument, chunkTranscript } from "./chunk-source.ts";
import { type ExtractedDocument, extractMarkdown, extractPlainText } from "./extract-document.ts";
import { extractTranscript } from "./extract-transcript.ts";
import type { SourceFormat } from "./internal/detect-format.ts";
import { detectLanguage } from "./internal/detect-language.ts";
import { findLinks } from "./internal/find-links.ts";
import { guessTitle } from "./internal/guess-title.ts";
import { renderTurn } from "./internal/render-passage.ts";

/** Everything that is stored about a source's content. */
export interface StructuredSource {
  title: string;
  /** What the chunks were cut from: the document, or the turns of a transcript as lines of "Speaker: words". */
  text: string;
  language: string | null;
  links: string[];
  speakers: string[];
  /** Of a transcript: when the last word ends. */
  durationMs: number | null;
  tokenCount: number;
  chunks: Chunk[];
}

/**
 * Finds the structure of a text that passed `readSource`: title, language, links, speakers, chunks. Pure and, for large
 * texts, slow (seconds): see `structureInThread`.
 * Throws `AppError("INVALID")` when a transcript is damaged or breaks off.
 */
export function structureSource(source: {
  format: SourceFormat;
  text: string;
  fileName: string;
}): StructuredSource {
  const isTranscript = source.format === "WEBVTT" || source.format === "SRT";
  return isTranscript ? structureTranscript(source) : structureDocument(source);
}

function structureTranscript({ text: cues, fileName }: { text: string; fileName: string }): StructuredSource {
  const { title, turns } = extractTranscript(cues);
  const language = detectLanguage(turns.map((turn) => turn.text).join("\n"));
  const text = turns.map(renderTurn).join("\n");
  const speakers = new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  return {
    title: guessTitle({ own: title, fileName, text }),
    text,
    language,
    links: findLinks(text),
    speakers: [...speakers],
    durationMs: turns.reduce((latest, turn) => Math.max(latest, turn.endMs), 0),
    ...withTokens(chunkTranscript(turns, language)),
  };
}

function structureDocument(source: {
  format: SourceFormat;
  text: string;
  fileName: string;
}): StructuredSource {
  const { text, fileName } = source;
  const { title, blocks }: ExtractedDocument =
    source.format === "MARKDOWN" ? extractMarkdown(text) : extractPlainText(text);
  const language = detectLanguage(text);
  return {
    title: guessTitle({ own: title, fileName, text }),
    text,
    language,
    links: findLinks(text),
    speakers: [],
    durationMs: null,
    ...withTokens(chunkDocument(blocks, language)),
  };
}

function withTokens(chunks: Chunk[]): Pick<StructuredSource, "chunks" | "tokenCount"> {
  return { chunks, tokenCount: chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0) };
}
