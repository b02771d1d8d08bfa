import { AppError } from "#platform/errors.ts";
import { isTimingLine } from "./cue-timing.ts";

export type SourceFormat = "MARKDOWN" | "TEXT" | "WEBVTT" | "SRT";

/** Text of a kind that would be read wrongly as prose, by how it begins. */
const OTHER_KINDS: [pattern: RegExp, what: string, advice: string][] = [
  [
    /^<(?:!doctype html|html[\s>])/i,
    "a web page in HTML",
    "Open it in a browser, copy the text and paste it here.",
  ],
  [
    /^<\?xml|^<tt[\s>]/i,
    "an XML file",
    "Save the words as plain text, or subtitles as WebVTT or SRT, and add that.",
  ],
  [
    /^\[Script Info\]/i,
    "a SubStation Alpha subtitle file",
    "Save the subtitles as WebVTT or SRT and add that.",
  ],
];

/** How much of a long text is looked at: marks that only come later do not change what the reader sees first. */
const SAMPLE_CHARS = 200_000;

const HEADING = /^ {0,3}(?:#{1,6}[ \t]+\S|\S.*\n {0,3}(?:={3,}|-{3,})[ \t]*$)/m;
const MARKS = [
  /^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S/m,
  /^ {0,3}>[ \t]?\S/m,
  /^ {0,3}(?:`{3,}|~{3,})/m,
  /!?\[[^\]\n]{1,200}\]\([^)\s]{1,500}[^)\n]{0,200}\)/,
  /(?<![\w*])(\*\*|__)(?=\S)[^\n]{1,200}?\S\1(?![\w*])/,
  /(?<![`\w])`[^`\n]{1,200}`(?!`)/,
  /^ {0,3}\|?[^\n|]{1,200}\|[^\n]{0,500}\n {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|/m,
];

/**
 * Says what a text is by what stands in it. One heading, or two different other marks, make Markdown: a plain text may
 * hold a list, but hardly a list and a link.
 * Throws `AppError("INVALID")` for kinds of text that are no source (HTML, XML, other subtitles).
 */
export function detectFormat(text: string): SourceFormat {
  const start = text.trimStart();
  if (/^WEBVTT(?:[ \t\n]|$)/.test(start)) return "WEBVTT";
  if (startsWithCue(start)) return "SRT";
  for (const [pattern, what, advice] of OTHER_KINDS) {
    if (pattern.test(start))
      throw new AppError("INVALID", `This is ${what}, which cannot be read as it is. ${advice}`);
  }
  const sample = text.slice(0, SAMPLE_CHARS);
  if (/^---\n[\s\S]{0,5000}?\n---\n/.test(sample) || HEADING.test(sample)) return "MARKDOWN";
  return MARKS.filter((mark) => mark.test(sample)).length >= 2 ? "MARKDOWN" : "TEXT";
}

/** A cue is a timing, or a number with a timing (even one that breaks off) on the next line. */
function startsWithCue(start: string): boolean {
  const [first = "", second = ""] = start.split("\n", 2);
  if (isTimingLine(first)) return true;
  return (
    /^\s*\d+\s*$/.test(first) &&
    (isTimingLine(second) || /^\s*\d{1,2}:\d{2}(?::\d{2})?[,.:]?\d*\s*-*>?/.test(second))
  );
}
