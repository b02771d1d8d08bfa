import type { TxCtx } from "#platform/context.ts";
import { findConflicts } from "../../find-conflicts.ts";
import { findDuplicate } from "../../find-duplicate.ts";
import { contradict } from "./contradict.ts";
import { loadPlaced, type PlacedNote } from "./load-placed.ts";
import { mergeNotes } from "./merge-notes.ts";

/**
 * Relates a note that was understood to the others of its project: it becomes a vote for what another asks already, or contradicts others,
 * which then wait for an editor with it. `lockRelations` was taken.
 */
export async function relateNote(ctx: TxCtx, noteId: string): Promise<void> {
  const note = await loadPlaced(ctx, noteId);
  if (note === null) return;
  const duplicate = await findDuplicate(ctx, note);
  if (duplicate !== null && (await mergeNotes(ctx, noteId, duplicate.id))) return;
  await contradict(ctx, noteId);
}

/** The notes that `relateNote` will want to lock once this one is stored: all are locked at once, in the order of their ids. */
export async function findRelated(ctx: TxCtx, note: PlacedNote): Promise<string[]> {
  const duplicate = await findDuplicate(ctx, note);
  const conflicts = await findConflicts(ctx, note);
  return [...(duplicate === null ? [] : [duplicate]), ...conflicts].map(({ id }) => id);
}
