import type { ToldEpisode } from "./read-season.ts";

/** What was said before is the mean of so many episodes. */
const EPISODES_BEFORE = 3;

/** What leads over and what sets a question names topics, and rests on no passage. */
const isTelling = ({ type, origins }: ToldEpisode["blocks"][number]) =>
  (type === "MARKDOWN" || type === "QUOTE") && origins.some(({ sourceChunkId }) => sourceChunkId !== null);

/** Share of an episode's words that stand in sentences which hold the topic; recap and recall are left out. Shares no code with the writers' judge. */
export function shareOf(topic: RegExp, { blocks }: ToldEpisode): number {
  const sentences = blocks
    .filter(isTelling)
    .flatMap(({ markdown }) => markdown.split(/(?<=[.?!…”])\s+|\n+/))
    .map((sentence) => ({ sentence, words: wordsIn(sentence) }));
  const all = sentences.reduce((sum, { words }) => sum + words, 0);
  const about = sentences.filter(({ sentence }) => topic.test(sentence));
  return about.reduce((sum, { words }) => sum + words, 0) / Math.max(1, all);
}

/** Quotations set apart for a thousand words. */
export function quotationsIn({ blocks, wordCount }: ToldEpisode): number {
  return (blocks.filter(({ type }) => type === "QUOTE").length * 1000) / Math.max(1, wordCount ?? 0);
}

export function lengthOf({ wordCount }: ToldEpisode): number {
  return wordCount ?? 0;
}

/** The mean of what is measured in the episodes before the one with this number. */
export function meanBefore(
  episodes: readonly ToldEpisode[],
  number: number,
  measure: (episode: ToldEpisode) => number,
): number | null {
  const before = episodes.filter((episode) => episode.number !== null && episode.number < number);
  const last = before.slice(-EPISODES_BEFORE).map(measure);
  return last.length === 0 ? null : last.reduce((sum, value) => sum + value, 0) / last.length;
}

/** The source with whose passage an episode begins, its recap aside. */
export function firstSource({ blocks }: ToldEpisode): string | null {
  for (const { origins, markdown } of blocks.filter(isTelling)) {
    // Of a passage that was told before, wherever the episode begins.
    if (markdown.startsWith("**Correction.**")) continue;
    for (const { sourceChunk } of origins) if (sourceChunk) return sourceChunk.source.title;
  }
  return null;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
