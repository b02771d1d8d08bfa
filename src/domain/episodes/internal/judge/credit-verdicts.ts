import type { NoteVerdict } from "#domain/planning/steer.ts";
import type { Draft, DraftBlock, DraftOrigin } from "../../writer.ts";
import { withOrigins } from "../steer/credit-wishes.ts";

/** The blocks of a draft, each naming the notes that it was found to be there for, and no other that was judged. */
export function creditVerdicts(draft: Draft, verdicts: readonly NoteVerdict[]): DraftBlock[] {
  const judged = new Set(verdicts.map(({ noteId }) => noteId));
  return draft.blocks.map((block, at) => {
    const due = verdicts.filter(({ blocks }) => blocks.includes(at)).map(({ noteId }) => noteId);
    const isDue = (origin: DraftOrigin) =>
      origin.kind !== "NOTE" || !judged.has(origin.noteId) || due.includes(origin.noteId);
    const kept = { ...block, origins: block.origins.filter(isDue) };
    return withOrigins(
      kept,
      due.map((noteId) => ({ kind: "NOTE", noteId })),
    );
  });
}
