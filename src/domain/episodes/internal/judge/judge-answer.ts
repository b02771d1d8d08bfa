import type { SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { quotedIn } from "../check/quoted-in.ts";
import { answersQuestion } from "../steer/answer-question.ts";
import { contentOf } from "../steer/topic.ts";
import { blocksFor, type JudgedDraft, type Measured } from "./measured.ts";

/**
 * Looks whether a block that is there for the note really quotes a passage that answers: the passage, with its headings, speaks of three fifths of
 * what the question tells, its rare words counting most, and the words quoted of a third; or they are those that code had found.
 */
export function judgeAnswer(note: SteeringNote, judged: JudgedDraft): Measured {
  const { directive, id } = note;
  if (directive.kind !== "ANSWER") throw new TypeError("The note asks nothing.");
  const named = blocksFor(id, judged);
  const answering = named.filter((at) => {
    const block = judged.draft.blocks[at];
    return block !== undefined && answers(block, note, judged);
  });
  if (answering.length > 0)
    return { outcome: "USED", reason: "A block quotes the answer.", measure: null, blocks: named };
  const reason = "No block quotes a passage that answers it.";
  return { outcome: "NOT_USED", reason, measure: null, blocks: [] };
}

function answers(block: DraftBlock, note: SteeringNote, { brief, languages }: JudgedDraft): boolean {
  const weights = weightsOf(note, brief, languages);
  const found = brief.steering?.answers.find(({ noteId }) => noteId === note.id);
  return block.origins.some((origin) => {
    if (origin.kind !== "PASSAGE") return false;
    const passage = brief.candidates.find((candidate) => candidate.id === origin.passageId);
    const quotes = quotedBy(block, origin.quote);
    if (passage === undefined || quotes.length === 0) return false;
    const isFound = found?.passageId === passage.id && quotes.some((quote) => found.quote.includes(quote));
    return isFound || quotes.some((quote) => answersQuestion(weights, passage, quote, languages));
  });
}

/** The words that a block sets apart, or has in quotation marks. */
function quotedBy(block: DraftBlock, taken: string | null): string[] {
  if (block.type === "QUOTE") return [block.text];
  return block.type === "MARKDOWN" && taken !== null ? quotedIn(block.markdown) : [];
}

function weightsOf({ id, directive }: SteeringNote, brief: Brief, [language = "en"]: readonly string[]) {
  const known = brief.steering?.questions[id];
  if (known !== undefined || directive.kind !== "ANSWER") return known ?? {};
  const text = [directive.question, ...directive.terms].join(" — ");
  return Object.fromEntries(contentOf(text, language).map((stem) => [stem, 1]));
}
