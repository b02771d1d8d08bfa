import type { TxCtx } from "#platform/context.ts";
import type { NoteStepKind } from "#platform/db/generated/client.ts";
import { recordNoteSteps } from "./record-note-steps.ts";

export interface NoteStepToRecord {
  noteId: string;
  kind: NoteStepKind;
  /** The run whose brief it is about. */
  queueId?: string | null;
  /** For the author, in plain words. */
  reason?: string | null;
}

/**
 * The one seam for every step in the life of a note, in the transaction that takes it: the step, a notification for its author (unless they
 * took it themselves), and an event. What merged notes share (`SHARED_STEPS`) becomes a step of each of them, told to each author.
 */
export async function recordNoteStep(ctx: TxCtx, step: NoteStepToRecord): Promise<void> {
  const { noteId, kind, queueId = null, reason = null } = step;
  await recordNoteSteps(ctx, { kind, queueId, notes: [{ noteId, reason }] });
}
