import type { ToldEpisode } from "./read-season.ts";

/** So many words in a row are no turn of phrase. */
const RUN_WORDS = 8;
/** A block that shares more of its wording than this with one episode before says it again. */
const MOST_SHARED = 0.5;
const LEAST_WORDS = 25;

/** Blocks that say again what one of an earlier episode has said, found by comparing every run of words: no samples, no code of the check. */
export function findRepeatedText(episodes: readonly ToldEpisode[]): string[] {
  const seen = new Map<string, number>();
  const faults: string[] = [];
  for (const { number, blocks } of episodes) {
    const own: string[] = [];
    for (const { type, markdown } of blocks) {
      // Recap and recall repeat on purpose.
      if (type !== "MARKDOWN" && type !== "QUOTE") continue;
      const runs = runsOf(markdown);
      const known = runs.flatMap((run) => seen.get(run) ?? []);
      if (runs.length >= LEAST_WORDS && known.length > runs.length * MOST_SHARED) {
        faults.push(
          `episode ${number} says again what episode ${known[0]} has said: ${markdown.slice(0, 100)}`,
        );
      }
      own.push(...runs);
    }
    for (const run of own) seen.set(run, number ?? 0);
  }
  return faults;
}

function runsOf(markdown: string): string[] {
  const words = markdown.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - RUN_WORDS + 1))
    .map((_, at) => words.slice(at, at + RUN_WORDS).join(" "));
}
