import type { Understanding } from "../../understanding.ts";

/** The columns of an understood note that say how it is understood. */
export function enterMeaning(understanding: Understanding) {
  return {
    status: "UNDERSTOOD" as const,
    intent: understanding.intent,
    topicTerms: understanding.terms,
    target: understanding.target,
    targetSourceId: understanding.sourceId,
    paraphrase: understanding.paraphrase,
    directive: understanding.directive,
    attention: null,
  };
}
