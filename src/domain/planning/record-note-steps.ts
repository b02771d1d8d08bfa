import { recordEvent, type UserEventType } from "#domain/activity/record-event.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { NoteStepKind } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { addNoteStepSql } from "./internal/notes/add-note-step.sql.ts";
import { SHARED_STEPS } from "./note-states.ts";

export interface NoteStepsToRecord {
  kind: NoteStepKind;
  /** Each with what its author is told of why, in plain words. */
  notes: readonly { noteId: string; reason?: string | null }[];
  /** The run whose brief it is about. */
  queueId?: string | null;
}
/** The vocabulary of events is smaller than that of steps; the event carries the step. */
const EVENT_OF = {
  RECEIVED: "note_submitted",
  EDITED: "note_changed",
  UNDERSTOOD: "note_understood",
  CORRECTED: "note_understood",
  MERGED: "note_merged",
  PARTED: "note_merged",
  CONTRADICTED: "note_contradicted",
  ACCEPTED: "note_accepted",
  PLANNED: "note_planned",
  RELEASED: "note_planned",
  USED: "note_used",
  PARTLY_USED: "note_used",
  NOT_USED: "note_declined",
  DECLINED: "note_declined",
  REOPENED: "note_reopened",
  STOPPED: "note_withdrawn",
  WITHDRAWN: "note_withdrawn",
} as const satisfies Record<NoteStepKind, UserEventType>;

/** The same step of many notes at once, as `recordNoteStep` records one. */
export async function recordNoteSteps(ctx: TxCtx, steps: NoteStepsToRecord): Promise<void> {
  const { kind, notes, queueId = null } = steps;
  if (notes.length === 0) return;
  const stepped = await runSql(ctx.tx, addNoteStepSql, [
    ctx.organizationId,
    notes.map(({ noteId }) => noteId),
    notes.map(({ reason }) => reason ?? null),
    kind,
    SHARED_STEPS.has(kind),
    ctx.actor.kind === "user" ? ctx.actor.userId : null,
    queueId,
    ctx.clock.now(),
  ]);
  const projectOf = new Map(stepped.map(({ noteId, projectId }) => [noteId, projectId]));
  for (const { noteId } of notes) {
    const projectId = projectOf.get(noteId);
    if (!projectId) throw new AppError("INTERNAL", "A note that is not there can take no step.");
    await recordEvent(ctx, { type: EVENT_OF[kind], data: { noteId, step: kind }, projectId });
  }
}
