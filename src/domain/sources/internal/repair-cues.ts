import { formatTiming, isTimingLine, parseTiming } from "./cue-timing.ts";

/**
 * Rewrites WebVTT or SRT into WebVTT that the W3C's strict parser reads without dropping a word: canonical times, no
 * counters, no blank lines inside a cue, no signs that only look like tags.
 */
export function repairCues(text: string): string {
  const lines = text.split("\n");
  const isWebVtt = lines.some((line, at) => at < 2 && line.trimStart().startsWith("WEBVTT"));
  const firstCue = lines.findIndex(isTimingLine);
  const repaired: string[] = new Array(lines.length);
  let isSpeechBelow = false;
  // From the end, because what a blank line means depends on what comes after it.
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? "";
    const below = lines[at + 1] ?? "";
    const isBlank = line.trim() === "";
    repaired[at] = isBlank ? (isSpeechBelow && at > firstCue ? "\u00a0" : "") : repairLine(line, below);
    if (!isBlank) isSpeechBelow = goesOn(line, below);
  }
  return (isWebVtt ? repaired : ["WEBVTT", "", ...repaired]).join("\n").trimStart();
}

function repairLine(line: string, below: string): string {
  const timing = parseTiming(line);
  if (timing !== null) return formatTiming(timing);
  // A counter is no speech; blanked out it also gives back the blank line that some exporters forget before it.
  if (/^\s*\d+\s*$/.test(line) && isTimingLine(below)) return "";
  return escapeStrays(line);
}

/** A line after a blank one goes on with the cue above when it begins neither a cue nor a block of another kind. */
function goesOn(line: string, below: string): boolean {
  return !/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line) && !isTimingLine(line) && !isTimingLine(below);
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
