"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { correctUnderstanding } from "#domain/planning/correct-understanding.ts";
import { partNote } from "#domain/planning/part-note.ts";
import { NOTE_INTENTS } from "#domain/planning/understanding.ts";
import type { FormState } from "#ui/form-state.ts";
import { namedNote } from "./named-note.ts";

/** Puts right how a note was understood. */
export async function putRight(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const intent = NOTE_INTENTS.find((each) => each === form.get("intent"));
    const paraphrase = String(form.get("paraphrase") ?? "");
    await correctUnderstanding(ctx, { ...namedNote(form), paraphrase, ...(intent ? { intent } : {}) });
    refresh();
    return "Put right. It counts as you say it now.";
  });
}

/** Takes a note out of the one that it was joined with. */
export async function partOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await partNote(ctx, { noteId: namedNote(form).noteId });
    refresh();
    return "It stands by itself again.";
  });
}
