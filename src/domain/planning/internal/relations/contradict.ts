import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { findConflicts } from "../../find-conflicts.ts";
import { recordNoteSteps } from "../../record-note-steps.ts";
import { type LockedNote, lockNotes } from "../notes/lock-notes.ts";
import { addConflictSql } from "./add-conflict.sql.ts";
import { loadPlaced } from "./load-placed.ts";
import { refreshAttention } from "./refresh-attention.ts";

/** One note must not have a whole board wait for an editor: the oldest come first, the others once those are decided. */
const MOST_AT_ONCE = 10;

/** Enters what a note contradicts, but for `except`, and says of all of them whether they wait for an editor. */
export async function contradict(ctx: TxCtx, noteId: string, except?: string): Promise<void> {
  const { tx, organizationId, clock } = ctx;
  const placed = await loadPlaced(ctx, noteId);
  const conflicts = placed === null ? [] : await findConflicts(ctx, placed);
  const found = conflicts
    .map(({ id }) => id)
    .filter((id) => id !== except)
    .slice(0, MOST_AT_ONCE);
  const locked = await lockNotes(ctx, [noteId, ...found]);
  const note = locked.get(noteId);
  if (note === undefined) return;
  // One that was decided on while this waited for it contradicts nothing.
  const others = found.filter((id) => counts(locked.get(id)));
  const values = [organizationId, note.projectId, noteId, others, clock.now()];
  const anew = others.length === 0 ? [] : await runSql(tx, addConflictSql, values);
  await refreshAttention(ctx, [noteId, ...others]);
  if (anew.length === 0) return;
  const notes = [noteId, ...anew.map(({ id }) => id)].map((id) => ({ noteId: id }));
  await recordNoteSteps(ctx, { kind: "CONTRADICTED", notes });
}

/** It waits, or stands for longer and is in force; what is in one brief alone is frozen there. */
function counts(note: LockedNote | undefined): boolean {
  if (note === undefined || note.mergedIntoId !== null || note.stoppedAt !== null) return false;
  const isFrozenOrUsed = note.status === "PLANNED" || note.status === "USED" || note.status === "PARTLY_USED";
  return note.status === "UNDERSTOOD" || (note.scope !== "NEXT_EPISODE" && isFrozenOrUsed);
}
