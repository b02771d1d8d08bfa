"use server";

import { attempt } from "#app/attempt.ts";
import { readNoteForm } from "#app/compose-note/read-note-form.ts";
import { requireCtx } from "#app/session.ts";
import { submitNote } from "#domain/planning/submit-note.ts";
import type { FormState } from "#ui/form-state.ts";

/** What comes back of a note that was sent: where it is now. */
export type SentNote = FormState & { noteId?: string };

/** Sends a note from the page for it, where there is no script. */
export async function writeNote(_: SentNote, form: FormData): Promise<SentNote> {
  const ctx = await requireCtx();
  const sent: SentNote = {};
  const state = await attempt(form, async () => {
    sent.noteId = (await submitNote(ctx, readNoteForm(form, String(form.get("projectId") ?? "")))).noteId;
    return undefined;
  });
  return { ...state, ...sent };
}
