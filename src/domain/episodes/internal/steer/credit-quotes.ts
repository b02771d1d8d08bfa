import type { Brief } from "../../brief.ts";
import type { DraftBlock, DraftOrigin } from "../../writer.ts";
import type { PickedQuotes } from "../write/pick-quotes.ts";
import { withOrigins } from "./credit-wishes.ts";

/** Names the notes, or memories, for which more quotations are set apart than otherwise would be. */
export function creditQuotes(
  brief: Brief,
  blocks: readonly DraftBlock[],
  { picked, usual }: Record<"picked" | "usual", PickedQuotes>,
): DraftBlock[] {
  const credits = creditsOf(brief);
  if (credits.length === 0) return [...blocks];
  const asUsual = new Set(usual.values());
  const added = new Set([...picked.values()].filter((text) => !asUsual.has(text)));
  return blocks.map((block) =>
    block.type === "QUOTE" && added.has(block.text) ? withOrigins(block, credits) : block,
  );
}

function creditsOf({ notes, memories }: Brief): DraftOrigin[] {
  const isMore = ({ directive }: { directive: Brief["memories"][number]["directive"] }) =>
    directive?.kind === "MORE_QUOTATIONS";
  const ofNotes = notes.filter(isMore).map(({ id }): DraftOrigin => ({ kind: "NOTE", noteId: id }));
  if (ofNotes.length > 0) return ofNotes;
  return memories.filter(isMore).map(({ id }): DraftOrigin => ({ kind: "MEMORY", memoryId: id }));
}
