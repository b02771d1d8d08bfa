import type { Understanding } from "../../understanding.ts";
import { INTENT_OF, type Wish } from "./cue.ts";

export interface Evidence {
  weights: ReadonlyMap<Wish, number>;
  /** Nearness to what people say who wish it, 0 to 1; empty where vectors say nothing. */
  nearest: ReadonlyMap<Wish, number>;
  /** The intent, where somebody has said it. */
  among?: Understanding["intent"] | undefined;
  /** The note hangs on words that its author has marked. */
  hasPassage: boolean;
  isQuestion: boolean;
  names: { topic: boolean; source: boolean };
}

/** Below, nothing was understood. */
const LEAST = 1.6;
/** The same within an intent that somebody has said. */
const LEAST_AMONG = 0.8;
/** What vectors say counts from here on, and at most so much: they are the second opinion. */
const NEAR_FROM = 0.35;
const NEAR_WEIGHT = 5;
/** Who marks words and then says something, most often puts them right. */
const PASSAGE_STATEMENT = 2;
/** What is wished must speak louder than its opposite by so much. */
const DOUBT = 0.3;

/** The wish for which most speaks; OTHER where too little speaks for any. */
export function chooseWish({ weights, nearest, among, hasPassage, isQuestion, names }: Evidence): Wish {
  const scores = new Map(weights);
  const add = (wish: Wish, weight: number) => scores.set(wish, (scores.get(wish) ?? 0) + weight);
  for (const [wish, near] of nearest) if (near > NEAR_FROM) add(wish, (near - NEAR_FROM) * NEAR_WEIGHT);
  if (hasPassage && !isQuestion) add("CORRECT", PASSAGE_STATEMENT);
  if (!names.source) scores.delete("START_FROM");
  if (!names.topic && !hasPassage) for (const wish of ["MORE_OF", "LESS_OF", "SKIP"] as const) add(wish, -1);
  if (among !== undefined) return chooseAmong(scores, among);
  const [best] = [...scores].sort(([, one], [, other]) => other - one);
  return best !== undefined && best[1] >= LEAST && !isInDoubt(best, scores) ? best[0] : "OTHER";
}

const AWAY: readonly Wish[] = ["LESS_OF", "SKIP"];
const OPPOSITES: Readonly<Partial<Record<Wish, readonly Wish[]>>> = {
  MORE_OF: AWAY,
  LESS_OF: ["MORE_OF"],
  SKIP: ["MORE_OF"],
  SHORTER: ["LONGER"],
  LONGER: ["SHORTER"],
};

/** Nearly as much speaks for the opposite: whoever does the opposite of a wish does worse than whoever lets an editor look. */
function isInDoubt([wish, score]: readonly [Wish, number], scores: ReadonlyMap<Wish, number>): boolean {
  return (OPPOSITES[wish] ?? []).some((each) => (scores.get(each) ?? 0) > score - DOUBT);
}

/** Most intents are one wish unless more speaks for another of theirs; of a length, the note has to say which. */
const PLAIN_WISH: Readonly<Record<Understanding["intent"], Wish>> = {
  MORE_OF: "MORE_OF",
  LESS_OF: "LESS_OF",
  CORRECT: "CORRECT",
  ASK: "ANSWER",
  TONE: "TONE",
  LENGTH: "OTHER",
  SCHEDULE: "SCHEDULE",
  OTHER: "OTHER",
};

function chooseAmong(scores: ReadonlyMap<Wish, number>, intent: Understanding["intent"]): Wish {
  const [best] = [...scores]
    .filter(([wish, score]) => INTENT_OF[wish] === intent && score >= LEAST_AMONG)
    .sort(([, one], [, other]) => other - one);
  return best?.[0] ?? PLAIN_WISH[intent];
}
