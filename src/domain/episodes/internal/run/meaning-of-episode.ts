import type { SteeringNote } from "#domain/planning/steer.ts";
import { sentenceVectors } from "#platform/language/sentence-vectors.ts";

/** What memories may take of a brief. */
export const MEMORY_TOKENS = 1200;

/** Where a coming episode stands in meaning: by the goal of its series and the notes that it is written with. */
export async function meaningOfEpisode(
  goal: string,
  notes: readonly SteeringNote[],
): Promise<readonly number[] | null> {
  const [vector = null] = await sentenceVectors([[goal, ...notes.map(({ text }) => text)].join(" ")]);
  return vector;
}
