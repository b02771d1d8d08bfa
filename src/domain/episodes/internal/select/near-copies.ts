import { wordingOf } from "./wording.ts";

/** From this share of common wording on, one text is the other with words exchanged here and there. */
const SAME = 0.5;
/** With fewer samples (some thirty words) a common subject would count as a copy. */
const LEAST_SAMPLES = 6;
/** A word that comes up so often is what a text is about. */
const SUBJECT_USES = 3;
const LEAST_LETTERS = 4;
const KEPT_LETTERS = 5;

interface Known {
  words: ReadonlySet<string>;
}

/**
 * Finds texts that are copies of one another but for small changes. A copy that has a figure, a name or a subject that the first lacks is
 * none: in minutes and handbooks the same sentences say something new about something else.
 */
export function nearCopies() {
  const texts: Known[] = [];
  const byHash = new Map<number, number[]>();
  return {
    add(plain: string): void {
      const words = new Set(
        plain
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.map(cut),
      );
      for (const hash of wordingOf(plain)) byHash.set(hash, [...(byHash.get(hash) ?? []), texts.length]);
      texts.push({ words });
    },
    has(plain: string): boolean {
      const wording = wordingOf(plain);
      if (wording.length < LEAST_SAMPLES) return false;
      const counts = new Map<number, number>();
      for (const hash of wording)
        for (const at of byHash.get(hash) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
      const alike = [...counts].filter(([, count]) => count / wording.length >= SAME);
      return alike.some(([at]) => {
        const known = texts[at]?.words;
        return known !== undefined && ownWordsOf(plain).every((word) => known.has(word));
      });
    },
  };
}

/** Figures, names and what comes up again and again. */
function ownWordsOf(plain: string): string[] {
  const figures = plain.match(/\p{N}+/gu) ?? [];
  const names = [...plain.matchAll(/(?<=[\p{Ll}\p{N},;:]\s+)\p{Lu}\p{L}+/gu)].map(([name]) => name);
  const words = (plain.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= LEAST_LETTERS);
  const uses = Map.groupBy(words, cut);
  const subjects = [...uses].flatMap(([word, { length }]) => (length >= SUBJECT_USES ? [word] : []));
  return [...figures, ...names.map((name) => cut(name.toLowerCase())), ...subjects];
}

function cut(word: string): string {
  return word.slice(0, KEPT_LETTERS);
}
