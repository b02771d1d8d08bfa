import type { Linguist } from "#platform/language/linguist.ts";
import type { Phrases } from "../phrases/say.ts";
import { evidenceOf, type Line, type Question } from "./line.ts";

const MOST_TERM_WORDS = 4;
const MOST_WORDS = 40;
const LEAST_RARITY = 0.25;

/** "What is a cadence?", for a sentence that says what something is: "A cadence is a rule about local time." */
export function askWhatIs(line: Line, linguist: Linguist, phrases: Phrases): Question | null {
  if (phrases.whatIs === null || phrases.whatAre === null || !linguist.hasTagger || line.speech !== null)
    return null;
  const { text, tokens, wordCount } = line.sentence;
  const verb = tokens.findIndex((token) => token.lower === "is" || token.lower === "are");
  const copula = tokens[verb];
  const after = tokens[verb + 1];
  if (copula === undefined || after === undefined || wordCount > MOST_WORDS) return null;
  // Only "is a", "is the", "are" with a noun define; "is shown", "is not" and "is true" do not.
  const defines =
    ["a", "an", "the", "one"].includes(after.lower) || (copula.lower === "are" && after.pos === "NOUN");
  if (!defines) return null;
  const subject = tokens.slice(0, verb);
  const article = ["a", "an", "the"].includes(subject[0]?.lower ?? "") ? subject[0] : undefined;
  const name = article === undefined ? subject : subject.slice(1);
  const isName = name.length > 0 && name.length <= MOST_TERM_WORDS;
  if (!isName || name.some((token) => !["NOUN", "PROPN", "ADJ"].includes(token.pos) || !token.isContent))
    return null;
  if (article === undefined && copula.lower === "is" && name.at(-1)?.pos !== "PROPN") return null;
  const head = name.at(-1);
  // The tagger takes a noun like "the brief" for an adjective.
  const isNoun = head?.pos !== "ADJ" || (article !== undefined && name.length === 1);
  if (head === undefined || !isNoun || linguist.rarity(head.lower) < LEAST_RARITY) return null;
  const start = subject[0]?.start ?? 0;
  const term = text.slice(start, head.end);
  // Without an article "is" tells of a name, "are" of things.
  const shown =
    article === undefined && copula.lower === "is" ? term : term.charAt(0).toLowerCase() + term.slice(1);
  const pattern = copula.lower === "is" ? phrases.whatIs : phrases.whatAre;
  return {
    kind: "whatIs",
    question: pattern.replace("{term}", shown),
    answer: text,
    evidence: evidenceOf(line),
    section: line.section,
    score: line.weight + 0.5,
  };
}
