import type { Directive } from "../../directive.ts";
import { sharedOfAll, sharedOfFewer, stemsOfTerms, type Wished } from "./wished.ts";

/** What can contradict a directive of each kind. */
export const OPPOSITES: Readonly<Record<Directive["kind"], readonly Directive["kind"][]>> = {
  MORE_OF: ["LESS_OF", "SKIP"],
  LESS_OF: ["MORE_OF", "START_FROM"],
  SKIP: ["MORE_OF", "START_FROM"],
  SHORTER: ["LONGER"],
  LONGER: ["SHORTER"],
  MORE_QUOTATIONS: [],
  START_FROM: ["LESS_OF", "SKIP"],
  ANSWER: [],
  CORRECT: ["CORRECT"],
  TONE: [],
  SCHEDULE: [],
  OTHER: [],
};

/** One topic is within the other when so much of the shorter's words are in the longer. */
const SAME_TOPIC = 0.6;
/** Two who put the same thing right say the same where so many of all words of theirs are shared, and every figure. */
const SAME_FACT = 0.6;

/** Whether two notes ask for what can't both be. `titleOf` gives the title of a source by its id. */
export function isOpposed(
  one: Wished,
  other: Wished,
  { language, titleOf }: { language: string; titleOf: (sourceId: string) => string | undefined },
): boolean {
  if (!OPPOSITES[one.directive.kind].includes(other.directive.kind)) return false;
  if (one.directive.kind === "CORRECT" && other.directive.kind === "CORRECT") {
    return (
      isAboutSamePassage(one, other, language) &&
      !isSameFact(one.directive.right, other.directive.right, language)
    );
  }
  if (one.directive.kind === "SHORTER" || one.directive.kind === "LONGER") return true;
  const [topic, otherTopic] = [one, other].map((wished) => stemsOfTerms(topicOf(wished, titleOf), language));
  return topic !== undefined && otherTopic !== undefined && sharedOfFewer(topic, otherTopic) >= SAME_TOPIC;
}

function topicOf(
  { directive, terms }: Wished,
  titleOf: (sourceId: string) => string | undefined,
): readonly string[] {
  return directive.kind === "START_FROM" ? [titleOf(directive.sourceId) ?? ""] : terms;
}

/** The same passage of a source; where none could be told, the same words that are wrong, of the same topic. */
export function isAboutSamePassage(one: Wished, other: Wished, language: string): boolean {
  if (one.directive.kind !== "CORRECT" || other.directive.kind !== "CORRECT") return false;
  const { passageIds, wrong } = one.directive;
  const { passageIds: otherIds, wrong: otherWrong } = other.directive;
  const isSameTopic =
    sharedOfFewer(stemsOfTerms(one.terms, language), stemsOfTerms(other.terms, language)) >= SAME_TOPIC;
  if (passageIds.length > 0 && otherIds.length > 0 && !passageIds.some((id) => otherIds.includes(id)))
    return false;
  const [said, otherSaid] = [wrong, otherWrong].map((words) => bare(words ?? ""));
  if (said && otherSaid)
    return said.includes(otherSaid) || otherSaid.includes(said) ? true : isSameTopic && said === otherSaid;
  return isSameTopic;
}

/** Whether two say the same of what is right: every figure alike, and most words. */
export function isSameFact(one: string, other: string, language: string): boolean {
  const [figures, otherFigures] = [one, other].map((text) =>
    (text.match(/\d+(?:[.,:]\d+)*/g) ?? []).sort().join(" "),
  );
  if (figures !== otherFigures) return false;
  if (bare(one).includes(bare(other)) || bare(other).includes(bare(one))) return true;
  return sharedOfAll(stemsOfTerms([one], language), stemsOfTerms([other], language)) >= SAME_FACT;
}

function bare(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
