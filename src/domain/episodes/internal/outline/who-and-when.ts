import type { Candidate, SpeechExcerpt } from "../../brief.ts";
import { clockTime } from "../phrases/clock-time.ts";

/** "Sinéad Doyle, 12:10": who says most in a stretch of talk, and from when. Empty where no names are known. */
export function whoAndWhen(group: readonly Candidate[]): string {
  const bySpeaker = Map.groupBy(speechesOf(group), ({ speaker }) => speaker);
  bySpeaker.delete(null);
  const words = (speeches: readonly SpeechExcerpt[]) =>
    speeches.reduce((sum, speech) => sum + speech.words, 0);
  const [most] = [...bySpeaker].sort(([, a], [, b]) => words(b) - words(a));
  if (most === undefined) return "";
  const [speaker, speeches] = most;
  // Records of parliaments add party and constituency.
  const name = speaker?.replace(/\s*\(.*\)$/, "") ?? "";
  const from = speeches[0]?.startMs ?? null;
  return from === null ? name : `${name}, ${clockTime(from)}`;
}

/** "12:10–14:30": from the first to the last word of a stretch of talk; empty where its source has no times. */
export function timeSpan(group: readonly Candidate[]): string {
  const speeches = speechesOf(group);
  const from = speeches[0]?.startMs ?? null;
  const to = speeches.at(-1)?.endMs ?? null;
  return from === null || to === null ? "" : `${clockTime(from)}–${clockTime(to)}`;
}

function speechesOf(group: readonly Candidate[]): SpeechExcerpt[] {
  return group.flatMap(({ excerpts }) => excerpts.filter((excerpt) => excerpt.kind === "speech"));
}
