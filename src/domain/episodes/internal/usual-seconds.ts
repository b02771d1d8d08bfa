import type { UsualSeconds } from "#domain/schedule/lead-time.ts";

/** The built-in writer reads a whole book in some seconds. */
const BUILT_IN: UsualSeconds = {
  wait: 10,
  phases: { GATHER: 5, OUTLINE: 5, WRITE: 10, CHECK: 5, FINISH: 5 },
};

/** A model answers some fifty words a second, block by block, and has its first answer corrected where it must be. */
const MODEL: UsualSeconds = {
  wait: 30,
  phases: { GATHER: 10, OUTLINE: 60, WRITE: 300, CHECK: 120, FINISH: 10 },
};

/** What a writer takes as long as nothing was measured of it, in seconds. */
export function usualSeconds(writer: string): UsualSeconds {
  return writer === "built-in" ? BUILT_IN : MODEL;
}
