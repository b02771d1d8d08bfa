import { extractMarkdown } from "../extract-document.ts";
import { isTimingLine } from "./cue-timing.ts";
import type { SourceFormat } from "./detect-format.ts";

const LONGEST_TITLE = 120;
/** A title stands at the beginning; a long document is not read to its end for it. */
const BEGINNING_CHARS = 20_000;

/**
 * A title for a source: what it calls itself, else its file name made readable, else its first words.
 * Never empty and never longer than 120 characters.
 */
export function guessTitle(source: { format: SourceFormat; text: string; fileName: string }): string {
  const beginning = source.text.slice(0, BEGINNING_CHARS);
  const candidates = [
    ownTitle(source.format, beginning),
    fromFileName(source.fileName),
    firstWords(beginning),
  ];
  for (const candidate of candidates) {
    const title = shorten((candidate ?? "").replace(/\s+/g, " ").trim());
    if (title !== "") return title;
  }
  return "Untitled";
}

function ownTitle(format: SourceFormat, beginning: string): string | null {
  if (format === "MARKDOWN") return extractMarkdown(beginning).title;
  if (format !== "WEBVTT") return null;
  const title = /^\s*WEBVTT[ \t]+(?:[-–—:][ \t]*)?(\S[^\n]*)/.exec(beginning)?.[1] ?? null;
  return title !== null && /^(?:Kind|Language):/i.test(title) ? null : title;
}

function fromFileName(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? "";
  const name = base.replace(/\.(?:md|markdown|txt|text|vtt|webvtt|srt)$/i, "").replace(/[_-]+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(name)) return "";
  return name.replace(/^\s*\p{Ll}/u, (letter) => letter.toUpperCase());
}

function firstWords(beginning: string): string {
  const line = beginning
    .split("\n")
    .find(
      (text) =>
        /\p{L}/u.test(text) && !isTimingLine(text) && !/^(?:WEBVTT|NOTE|STYLE|REGION)\b/.test(text.trim()),
    );
  return (line ?? "").replace(/<[^<>]*>/g, "");
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TITLE) return text;
  const cut = text.slice(0, LONGEST_TITLE - 1);
  const word = cut.lastIndexOf(" ");
  return `${(word > LONGEST_TITLE / 2 ? cut.slice(0, word) : cut).toWellFormed().replace(/\uFFFD$/, "")}…`;
}
