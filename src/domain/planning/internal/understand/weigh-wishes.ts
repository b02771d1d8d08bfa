import type { Cue, Wish } from "./cue.ts";

/** What the cues of a note say: how much speaks for each wish, and where its topic stands. */
export interface Weighed {
  weights: Map<Wish, number>;
  /** The stretch of the note that names the topic, by the heaviest cue that has one. */
  regions: Map<Wish, Region>;
  /** Where the heaviest cue of each wish stands. */
  places: Map<Wish, number>;
}

export interface Region {
  start: number;
  end: number;
}

/** A second cue for the same wish says less than the first, a third less again. */
const DAMPING = 0.5;

/** Weighs what a note, in lower case, says for each wish. What speaks against it is taken off whole. */
export function weighWishes(folded: string, cues: readonly Cue[]): Weighed {
  const found = new Map<Wish, number[]>();
  const regions = new Map<Wish, Region & { weight: number }>();
  const places = new Map<Wish, number>();
  for (const { wish, weight, pattern } of cues) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    if (weight > Math.max(0, ...(found.get(wish) ?? []))) places.set(wish, match.index);
    found.set(wish, [...(found.get(wish) ?? []), weight]);
    const topic = match.groups?.topic;
    if (topic === undefined || weight <= (regions.get(wish)?.weight ?? 0)) continue;
    const start = match.index + match[0].lastIndexOf(topic);
    regions.set(wish, { start, end: start + topic.length, weight });
  }
  const weights = new Map([...found].map(([wish, each]) => [wish, sum(each)]));
  return { weights, regions, places };
}

function sum(weights: readonly number[]): number {
  const against = weights.filter((weight) => weight < 0).reduce((total, weight) => total + weight, 0);
  const inFavour = weights.filter((weight) => weight > 0).sort((one, other) => other - one);
  return inFavour.reduce((total, weight, at) => total + weight * DAMPING ** at, against);
}
