/** Words in a shingle: shorter ones repeat by chance, longer ones miss a text that was lightly edited. */
const SHINGLE_WORDS = 7;
/** Of all shingles one in this many is kept, chosen by its hash, so that the same text keeps the same ones. */
const SAMPLING = 4;
/** With fewer samples (some twenty words) common turns of phrase would count as repetition. */
const LEAST_SAMPLES = 4;

/**
 * Sampled hashes of every run of seven words (shingling after Broder 1997). Two texts that share most of them say the
 * same in the same words. A text of fewer words has none.
 */
export function fingerprintOf(plain: string): number[] {
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return sampledHashes(words, { inARow: SHINGLE_WORDS, oneIn: SAMPLING });
}

/** Hashes of the runs of `inARow` words, of which one in `oneIn` is kept. */
export function sampledHashes(
  words: readonly string[],
  { inARow, oneIn }: { inARow: number; oneIn: number },
): number[] {
  const hashes = new Set<number>();
  for (let at = 0; at + inARow <= words.length; at++) {
    const hash = fnv1a(words.slice(at, at + inARow).join(" "));
    if (hash % oneIn === 0) hashes.add(hash);
  }
  return [...hashes];
}

/** The share of a text's fingerprint that is in `known`; 0 when the text is too short to say. */
export function overlap(fingerprint: readonly number[], known: ReadonlySet<number>): number {
  if (fingerprint.length < LEAST_SAMPLES) return 0;
  return fingerprint.filter((hash) => known.has(hash)).length / fingerprint.length;
}

/** 32-bit FNV-1a over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
