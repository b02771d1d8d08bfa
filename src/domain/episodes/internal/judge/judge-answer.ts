import type { SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { quotedIn } from "../check/quoted-in.ts";
import { type Trust, trustIn } from "../steer/answer-question.ts";
import { contentOf } from "../steer/topic.ts";
import { blocksFor, type JudgedDraft, type Measured } from "./measured.ts";

const ABOUT_IT = "A block quotes what the sources say about it; code can’t tell whether that answers.";

/**
 * Looks how surely a block that is there for the note quotes an answer: words that have what the question looks for (a figure, a time, a reason)
 * and, with the sentences around them, most of what it tells, its rare words above all. Words that only speak of it make the note used in part.
 */
export function judgeAnswer(note: SteeringNote, judged: JudgedDraft): Measured {
  if (note.directive.kind !== "ANSWER") throw new TypeError("The note asks nothing.");
  const blocks = blocksFor(note.id, judged);
  const trusts = blocks.flatMap((at) => {
    const block = judged.draft.blocks[at];
    return block === undefined ? [] : trustsIn(block, note.id, note.directive, judged);
  });
  if (trusts.includes("ANSWERS"))
    return { outcome: "USED", reason: "A block quotes the answer.", measure: null, blocks };
  if (trusts.length > 0) return { outcome: "PARTLY_USED", reason: ABOUT_IT, measure: null, blocks };
  const reason = "No block quotes a passage that answers it.";
  return { outcome: "NOT_USED", reason, measure: null, blocks: [] };
}

function trustsIn(
  block: DraftBlock,
  noteId: string,
  directive: SteeringNote["directive"],
  { brief, languages }: JudgedDraft,
): Trust[] {
  if (directive.kind !== "ANSWER") return [];
  const { question, terms } = directive;
  const weights =
    brief.steering?.questions[noteId] ?? evenWeights([question, ...terms], languages[0] ?? "en");
  return block.origins.flatMap((origin) => {
    if (origin.kind !== "PASSAGE") return [];
    const passage = brief.candidates.find((candidate) => candidate.id === origin.passageId);
    if (passage === undefined) return [];
    return quotedBy(block, origin.quote).flatMap(
      (quote) => trustIn(question, weights, passage, quote, languages) ?? [],
    );
  });
}

/** The words that a block sets apart, or has in quotation marks. */
function quotedBy(block: DraftBlock, taken: string | null): string[] {
  if (block.type === "QUOTE") return [block.text];
  return block.type === "MARKDOWN" && taken !== null ? quotedIn(block.markdown) : [];
}

/** For a brief of an earlier version, which does not say what tells most. */
function evenWeights(
  texts: readonly string[],
  language: string,
): NonNullable<Brief["steering"]>["questions"][string] {
  return Object.fromEntries(contentOf(texts.join(" — "), language).map((stem) => [stem, 1]));
}
