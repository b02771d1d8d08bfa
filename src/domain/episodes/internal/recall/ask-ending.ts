import { inQuotes } from "../phrases/quote.ts";
import { type Phrases, say } from "../phrases/say.ts";
import { evidenceOf, type Line, type Question } from "./line.ts";

/** Joints after which a sentence gives its reason, condition or contrast: the part worth remembering. */
const JOINTS =
  /,? (?:because|so that|unless|instead of|rather than|which means(?: that)?|in order to|as long as|even if|until|weil|damit|sodass|statt|es sei denn|parce que|afin (?:de|que)|plutôt que|sauf si|porque|para que|a menos que|en lugar de) /i;
const REASON = /because|weil|parce que|porque/i;
const LEAST_TELLING = 2;
const LEAST_KNOWN_WORDS = 5;
const LEAST_ASKED_WORDS = 4;
const MOST_ASKED_WORDS = 20;

/** "How does this sentence end?", for a sentence that turns on a "because" or an "unless". */
export function askEnding(line: Line, phrases: Phrases, turn: number): Question | null {
  const { text } = line.sentence;
  const joint = JOINTS.exec(text);
  if (joint === null) return null;
  const cut = joint.index + joint[0].length;
  const known = text.slice(0, cut).trim();
  const asked = text.slice(cut).trim();
  const askedWords = asked.split(" ").length;
  if (known.split(" ").length < LEAST_KNOWN_WORDS) return null;
  // "Until when" asks itself; "we do it this way" gives nothing to go by.
  if (/^(?:when|where|who|which|what)\b/i.test(asked)) return null;
  const telling = line.sentence.tokens.filter(({ isContent, end }) => isContent && end <= joint.index);
  if (telling.length < LEAST_TELLING) return null;
  if (askedWords < LEAST_ASKED_WORDS || askedWords > MOST_ASKED_WORDS) return null;
  const isReason = REASON.test(joint[0]);
  return {
    kind: "ending",
    question: say(isReason ? [phrases.why] : phrases.ending, { line: inQuotes(`${known} …`) }, turn),
    answer: asked,
    evidence: evidenceOf(line),
    section: line.section,
    score: line.weight + 0.15,
  };
}
