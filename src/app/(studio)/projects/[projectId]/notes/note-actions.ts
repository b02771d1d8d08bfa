"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { readNoteForm } from "#app/compose-note/read-note-form.ts";
import { requireCtx } from "#app/session.ts";
import { changeNote } from "#domain/planning/change-note.ts";
import { correctUnderstanding } from "#domain/planning/correct-understanding.ts";
import { partNote } from "#domain/planning/part-note.ts";
import { stopNote } from "#domain/planning/stop-note.ts";
import { submitNote } from "#domain/planning/submit-note.ts";
import { NOTE_INTENTS } from "#domain/planning/understanding.ts";
import { withdrawNote } from "#domain/planning/withdraw-note.ts";
import type { FormState } from "#ui/form-state.ts";

/** What comes back of a note that was sent: where it is now. */
export type SentNote = FormState & { noteId?: string };

const named = (form: FormData) => ({
  noteId: String(form.get("noteId") ?? ""),
  revision: Number(form.get("revision")),
});

/** Sends a note from the page for it. */
export async function writeNote(_: SentNote, form: FormData): Promise<SentNote> {
  const ctx = await requireCtx();
  const sent: SentNote = {};
  const state = await attempt(form, async () => {
    sent.noteId = (await submitNote(ctx, readNoteForm(form, String(form.get("projectId") ?? "")))).noteId;
    return undefined;
  });
  return { ...state, ...sent };
}

/** Changes the words of a note, or for how long it counts, until it is planned. */
export async function editNote(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { text, scope, untilDate } = readNoteForm(form, "");
    await changeNote(ctx, { ...named(form), text, scope, ...(untilDate === undefined ? {} : { untilDate }) });
    refresh();
    return "Changed. It is read again, and its page says how it is understood.";
  });
}

/** Puts right how a note was understood. */
export async function putRight(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const intent = NOTE_INTENTS.find((each) => each === form.get("intent"));
    const paraphrase = String(form.get("paraphrase") ?? "");
    await correctUnderstanding(ctx, { ...named(form), paraphrase, ...(intent ? { intent } : {}) });
    refresh();
    return "Put right. It counts as you say it now.";
  });
}

/** Takes a note back before it is planned. */
export async function withdrawOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await withdrawNote(ctx, named(form));
    refresh();
    return "Withdrawn. No episode takes it up.";
  });
}

/** Ends a note that counts for more than one episode. */
export async function stopOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await stopNote(ctx, named(form));
    refresh();
    return "Stopped. The episodes that come do without it.";
  });
}

/** Takes a note out of the one that it was joined with. */
export async function partOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await partNote(ctx, { noteId: named(form).noteId });
    refresh();
    return "It stands by itself again.";
  });
}
