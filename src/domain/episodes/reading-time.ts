/** Silent reading of non-fiction in English, words a minute (Brysbaert 2019, a review of 190 studies). */
const WORDS_PER_MINUTE = 238;

/** Words that fill so many minutes of reading. */
export function wordsFor(minutes: number): number {
  return Math.round(minutes * WORDS_PER_MINUTE);
}

/** Whole minutes that so many words take, at least one. */
export function minutesFor(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** Of an episode this share is the writer's own: recap, guidance and recall questions. */
const FRAME_SHARE = 0.12;

/** Words of passages that fill an episode of so many minutes, beside what the writer adds. */
export function bodyWords(minutes: number): number {
  return Math.round(wordsFor(minutes) * (1 - FRAME_SHARE));
}
