import { AppError } from "#platform/errors.ts";
import { isBrokenTiming, isTimingLine } from "./cue-timing.ts";

/** Throws `AppError("INVALID")` naming the line when a WebVTT or SRT transcript is damaged, breaks off or has no cue. */
export function refuseDamagedCues(text: string): void {
  const lines = text.split("\n");
  if (!lines.some(isTimingLine) && !lines.some(isBrokenTiming)) throw noCues();
  refuseBrokenTimings(lines);
  refuseBreakingOff(lines);
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
