import { AppError } from "#platform/errors.ts";
import { formatTiming, isBrokenTiming, isTimingLine, parseTiming } from "./cue-timing.ts";

/**
 * Rewrites WebVTT or SRT into WebVTT that the W3C's strict parser reads without dropping a word: canonical times, no
 * counters, no blank lines inside a cue, no signs that only look like tags.
 * Throws `AppError("INVALID")` naming the line when the transcript is damaged, breaks off or has no cue.
 */
export function repairCues(text: string): string {
  const lines = text.split("\n");
  if (!lines.some(isTimingLine) && !lines.some(isBrokenTiming)) throw noCues();
  refuseBrokenTimings(lines);
  refuseBreakingOff(lines);
  const isWebVtt = lines.some((line, at) => at < 2 && line.trimStart().startsWith("WEBVTT"));
  const firstCue = lines.findIndex(isTimingLine);
  const repaired = lines.map((line, at) => repairLine(lines, line, at, firstCue));
  return (isWebVtt ? repaired : ["WEBVTT", "", ...repaired]).join("\n").trimStart();
}

function repairLine(lines: string[], line: string, at: number, firstCue: number): string {
  const timing = parseTiming(line);
  if (timing !== null) return formatTiming(timing);
  const next = lines[at + 1];
  // A counter is no speech; blanked out it also gives back the blank line that some exporters forget before it.
  if (/^\s*\d+\s*$/.test(line) && next !== undefined && isTimingLine(next)) return "";
  if (line.trim() === "") return at > firstCue && isInsideCue(lines, at) ? "\u00a0" : "";
  return escapeStrays(line);
}

/** A blank line is inside a cue when what follows it is neither a cue, nor a block of another kind, nor the end. */
function isInsideCue(lines: string[], at: number): boolean {
  let next = at + 1;
  while (next < lines.length && lines[next]?.trim() === "") next++;
  const line = lines[next];
  if (line === undefined || /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line) || isTimingLine(line)) return false;
  return !isTimingLine(lines[next + 1] ?? "");
}

/** Position codes and fonts of SRT go; a "<" that starts no tag of WebVTT is a character that somebody typed. */
function escapeStrays(line: string): string {
  return line
    .replace(/\{\\[^}]{1,40}\}/g, "")
    .replace(/<\/?(?:font|s|strong|em|br)\b[^>]{0,200}>/gi, " ")
    .replace(/<(\/?)([BIU])>/g, (_, slash: string, tag: string) => `<${slash}${tag.toLowerCase()}>`)
    .replace(/<(?!\/?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|\d{2,}:[\d:.]+>)/g, "&lt;")
    .replace(/-->/g, "--&gt;");
}

function refuseBrokenTimings(lines: string[]): void {
  const at = lines.findIndex(isBrokenTiming);
  if (at === -1) return;
  if (lines.slice(at + 1).every((line) => line.trim() === "")) throw breaksOff(lines, at);
  throw new AppError(
    "INVALID",
    `The time on line ${at + 1} of the transcript cannot be read: “${lines[at]?.trim().slice(0, 60)}”. Correct that line, or export the transcript again.`,
  );
}

/** The last line of a whole transcript is speech, a note or blank: never a counter or the beginning of a time. */
function refuseBreakingOff(lines: string[]): void {
  const at = lines.findLastIndex((line) => line.trim() !== "");
  const last = lines[at] ?? "";
  const isBareTiming = isTimingLine(last) && at === lines.length - 1;
  const isHalfTiming = /^\s*\d{1,2}:\d{2}(?::\d{0,2})?[.,]?\d{0,3}\s*-?$/.test(last);
  const isNextCounter =
    /^\s*\d+\s*$/.test(last) && lines[at - 1]?.trim() === "" && Number(last) === lastCounter(lines, at) + 1;
  if (isBareTiming || isHalfTiming || isNextCounter) throw breaksOff(lines, at);
}

function lastCounter(lines: string[], before: number): number {
  const timing = lines.findLastIndex((line, at) => at < before && isTimingLine(line));
  return /^\s*\d+\s*$/.test(lines[timing - 1] ?? "") ? Number(lines[timing - 1]) : Number.NaN;
}

function breaksOff(lines: string[], at: number): AppError {
  const last = lines.findLast((line, index) => index < at && isTimingLine(line));
  const after = last === undefined ? "" : ` after ${last.trim().split(/\s/)[0]}`;
  return new AppError(
    "INVALID",
    `The transcript breaks off on line ${at + 1}${after}: its end is missing. Export or download it again and add the whole file.`,
  );
}

function noCues(): AppError {
  return new AppError(
    "INVALID",
    "The transcript has a beginning but no line of speech with its times. Export or download it again and add the whole file.",
  );
}
