import { nearness, sentenceVectors } from "#platform/language/sentence-vectors.ts";
import type { Wish } from "./cue.ts";
import { EXAMPLES } from "./examples.ts";

let reading: Promise<{ wish: Wish; vector: number[] }[]> | undefined;

/** How near a note's words are in meaning to what people say who wish it: for each wish the nearness of the nearest example, 0 to 1. */
export async function nearestWishes(words: string): Promise<Map<Wish, number>> {
  reading ??= readExamples();
  const [examples, [vector]] = await Promise.all([reading, sentenceVectors([words])]);
  const nearest = new Map<Wish, number>();
  if (vector === undefined) return nearest;
  for (const { wish, vector: example } of examples) {
    nearest.set(wish, Math.max(nearest.get(wish) ?? 0, nearness(vector, example)));
  }
  return nearest;
}

async function readExamples() {
  const rows = (Object.keys(EXAMPLES) as Wish[]).flatMap((wish) =>
    EXAMPLES[wish].map((text) => ({ wish, text })),
  );
  const vectors = await sentenceVectors(rows.map(({ text }) => text));
  return rows.map(({ wish }, at) => ({ wish, vector: vectors[at] ?? [] }));
}
