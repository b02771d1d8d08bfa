import type { Directive } from "../../directive.ts";
import type { NOTE_INTENTS } from "../../understanding.ts";

/** What a note asks a writer to do. */
export type Wish = Directive["kind"];

/** Words that speak for a wish, or, weighing less than nothing, against it. The group `topic` is where its subject stands. */
export interface Cue {
  wish: Wish;
  weight: number;
  pattern: RegExp;
}

/** Cues of a wish, strong ones first: `[weight, pattern]`, where `…` stands for the rest of the sentence, which names the topic. */
export function cues(wish: Wish, ...rows: readonly (readonly [weight: number, pattern: string])[]): Cue[] {
  return rows.map(([weight, pattern]) => ({ wish, weight, pattern: new RegExp(spelledOut(pattern), "u") }));
}

/** Where a word begins or ends in any script; `\\b` knows the letters of English alone. */
const EDGE = "(?:(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}]))";

/** Of a cue's shorthand: `…` is the topic up to the end of its sentence, `_` up to three words between, `\\b` the edge of a word. */
function spelledOut(pattern: string): string {
  return pattern
    .replaceAll("\\b", EDGE)
    .replaceAll("…", "(?<topic>[^.!?]{2,160})")
    .replaceAll("_", "(?:[^\\s.!?]+ ){0,3}?");
}

/** The intent that each wish belongs to. */
export const INTENT_OF = {
  MORE_OF: "MORE_OF",
  MORE_QUOTATIONS: "MORE_OF",
  START_FROM: "MORE_OF",
  LESS_OF: "LESS_OF",
  SKIP: "LESS_OF",
  SHORTER: "LENGTH",
  LONGER: "LENGTH",
  ANSWER: "ASK",
  CORRECT: "CORRECT",
  TONE: "TONE",
  SCHEDULE: "SCHEDULE",
  OTHER: "OTHER",
} as const satisfies Record<Wish, (typeof NOTE_INTENTS)[number]>;
