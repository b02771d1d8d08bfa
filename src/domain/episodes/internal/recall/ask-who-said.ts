import { inQuotes } from "../phrases/quote.ts";
import { type Phrases, say } from "../phrases/say.ts";
import { evidenceOf, type Line, type Question } from "./line.ts";

const LEAST_WORDS = 9;
const MOST_WORDS = 32;

/** "Who said this?", where at least three people speak and the words do not name the speaker. */
export function askWhoSaid(
  line: Line,
  speakers: ReadonlySet<string>,
  phrases: Phrases,
  turn: number,
): Question | null {
  const speaker = line.speech?.speaker;
  const { wordCount, text } = line.sentence;
  if (speaker === null || speaker === undefined || speakers.size < 3) return null;
  if (wordCount < LEAST_WORDS || wordCount > MOST_WORDS) return null;
  if (speaker.split(/\s+/).some((name) => name.length > 2 && text.includes(name))) return null;
  return {
    kind: "whoSaid",
    question: say(phrases.whoSaid, { line: inQuotes(text) }, turn),
    answer: speaker,
    evidence: evidenceOf(line),
    section: line.section,
    score: line.weight,
  };
}
