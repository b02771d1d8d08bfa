import type { Linguist, Sentence } from "#platform/language/linguist.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import { sentenceWeight, termWeights } from "#platform/language/term-weights.ts";
import type { Brief, Candidate } from "../../brief.ts";
import { inQuotes } from "../phrases/quote.ts";
import { goalStemsOf } from "../select/goal-stems.ts";
import { isQuotable } from "../write/is-quotable.ts";

const SHORTEST = 8;
const LONGEST = 28;

/** One sentence of the episode that says most about it, verbatim; of a talk with who said it. Empty when none can stand alone. */
export function chooseDek(run: readonly Candidate[], brief: Brief): string {
  const linguist = linguistFor(run[0]?.language ?? brief.project.language);
  const lines = run.flatMap((candidate) => linesOf(candidate, linguist));
  const weigh = termWeights(
    lines.map(({ sentence }) => sentence),
    goalStemsOf(brief.project),
    linguist,
  );
  let best: { text: string; score: number } | null = null;
  // The very first sentence is about to be read anyway.
  for (const { sentence, speaker } of lines.slice(1)) {
    if (sentence.wordCount < SHORTEST || sentence.wordCount > LONGEST || !isQuotable(sentence, linguist))
      continue;
    // What the series is about says more than what a speaker is about to do.
    const score = sentenceWeight(sentence, weigh) * (/^I\b/.test(sentence.text) ? 0.75 : 1);
    const text = speaker === null ? sentence.text : `${inQuotes(sentence.text)} (${speaker})`;
    if (score > (best?.score ?? 0)) best = { text, score };
  }
  return best?.text ?? "";
}

function linesOf(candidate: Candidate, linguist: Linguist): { sentence: Sentence; speaker: string | null }[] {
  return candidate.excerpts.flatMap((excerpt) => {
    if (excerpt.kind === "text") {
      if (excerpt.node !== "paragraph") return [];
      return linguist.read(excerpt.plain).map((sentence) => ({ sentence, speaker: null }));
    }
    const speaker = excerpt.speaker;
    return excerpt.pieces.flatMap((piece) => linguist.read(piece).map((sentence) => ({ sentence, speaker })));
  });
}
