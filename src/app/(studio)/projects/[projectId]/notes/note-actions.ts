"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { readNoteForm } from "#app/compose-note/read-note-form.ts";
import { requireCtx } from "#app/session.ts";
import { changeNote } from "#domain/planning/change-note.ts";
import { stopNote } from "#domain/planning/stop-note.ts";
import { withdrawNote } from "#domain/planning/withdraw-note.ts";
import type { FormState } from "#ui/form-state.ts";
import { namedNote } from "./named-note.ts";

/** Changes the words of a note, or for how long it counts, until it is planned. */
export async function editNote(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { text, scope, untilDate } = readNoteForm(form, "");
    const until = untilDate === undefined ? {} : { untilDate };
    await changeNote(ctx, { ...namedNote(form), text, scope, ...until });
    refresh();
    return "Changed. It is read again, and its page says how it is understood.";
  });
}

/** Takes a note back before it is planned. */
export async function withdrawOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await withdrawNote(ctx, namedNote(form));
    refresh();
    return "Withdrawn. No episode takes it up.";
  });
}

/** Ends a note that counts for more than one episode. */
export async function stopOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await stopNote(ctx, namedNote(form));
    refresh();
    return "Stopped. The episodes that come do without it.";
  });
}
