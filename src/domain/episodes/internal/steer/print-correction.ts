import type { Brief, Candidate, CorrectedPassage } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { escapeMarkdown } from "../document/print-markdown.ts";
import { inQuotes } from "../phrases/quote.ts";
import { phrasesFor, say } from "../phrases/say.ts";
import { cleanWords } from "./clean-words.ts";
import { saidIn } from "./find-corrected.ts";

type Printed = Extract<DraftBlock, { type: "MARKDOWN" }>;

/** Everything that the notes of this brief, and of earlier ones, put right about its passages; each note and passage once. */
export function correctionsOf(
  brief: Pick<Brief, "corrections" | "candidates" | "steering">,
): CorrectedPassage[] {
  const ofNow = brief.steering?.corrected ?? [];
  const known = new Set(ofNow.map(({ noteId, passageId }) => `${noteId} ${passageId}`));
  const byId = new Map(brief.candidates.map((candidate) => [candidate.id, candidate]));
  const earlier = brief.corrections.flatMap(({ noteId, passageId, wrong, right }) => {
    const passage = byId.get(passageId);
    const words = cleanWords(right);
    if (passage === undefined || words === "" || known.has(`${noteId} ${passageId}`)) return [];
    return [{ ...ofPassage(passage, wrong), noteId, passageId, right: words, toldIn: null }];
  });
  return [...ofNow, ...earlier];
}

function ofPassage(passage: Candidate, wrong: string | null) {
  const words = wrong === null ? "" : cleanWords(wrong, 80);
  const said = words === "" ? null : saidIn(passage, words);
  return { sourceTitle: passage.sourceTitle, place: passage.headingPath.at(-1) ?? null, said };
}

/**
 * The block that says what was said, where, and what is right. Its words are a note's: plain, and never in quotation marks. Where the episode
 * does not tell the passage (`isBeside` is false), nor an earlier one has, and the note names it, so that it is not told without its
 * correction later, the block rests on the note alone: to say that a passage is wrong is not to have told it.
 */
export function printCorrection(
  corrected: CorrectedPassage,
  brief: Brief,
  { isBeside = true } = {},
): Printed {
  const phrases = phrasesFor(brief.project.language);
  const { sourceTitle, place, said, right, toldIn, noteId, passageId } = corrected;
  const source = `*${escapeMarkdown(sourceTitle)}*`;
  const where = place === null || place === sourceTitle ? source : `${source} (${escapeMarkdown(place)})`;
  const slots = { where, wrong: inQuotes(escapeMarkdown(said ?? "")), right: escapeMarkdown(right) };
  const line = say(said === null ? phrases.correction : phrases.correctionOf, slots, 0);
  const told = toldIn === null ? [] : [say(phrases.toldIn, { title: escapeMarkdown(toldIn.title) }, 0)];
  const markdown = [/[.!?…]$/.test(line) ? line : `${line}.`, ...told].join(" ");
  const isUntold = !isBeside && toldIn === null && isNamed(corrected, brief);
  return {
    type: "MARKDOWN",
    markdown,
    origins: [
      { kind: "NOTE", noteId },
      ...(isUntold ? [] : [{ kind: "PASSAGE" as const, passageId, quote: null, startMs: null, endMs: null }]),
      ...(toldIn === null ? [] : [{ kind: "EPISODE" as const, episodeId: toldIn.episodeId }]),
    ],
  };
}

/** Later episodes are told what a note has put right by the passages that it names. */
function isNamed({ noteId, passageId }: CorrectedPassage, { notes }: Brief): boolean {
  const directive = notes.find(({ id }) => id === noteId)?.directive;
  return directive?.kind === "CORRECT" && directive.passageIds.includes(passageId);
}

/** Tells a block that code has printed as a correction, by the note and passage that it puts right; null for any other. */
export function correctionReader(brief: Brief): (block: DraftBlock) => CorrectedPassage | null {
  const printed = correctionsOf(brief).map((corrected) => ({
    corrected,
    markdown: printCorrection(corrected, brief).markdown,
  }));
  return (block) => {
    if (block.type !== "MARKDOWN") return null;
    const cites = ({ noteId, passageId }: CorrectedPassage) =>
      block.origins.some((origin) => origin.kind === "NOTE" && origin.noteId === noteId) &&
      block.origins.every((origin) => origin.kind !== "PASSAGE" || origin.passageId === passageId);
    const found = printed.find(({ corrected, markdown }) => markdown === block.markdown && cites(corrected));
    return found?.corrected ?? null;
  };
}
