"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { decideConflict } from "#domain/planning/decide-conflict.ts";
import type { FormState } from "#ui/form-state.ts";

/** Chooses between two notes that ask for opposite things; until one is planned, another choice undoes this one. */
export async function decideOne(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await decideConflict(ctx, {
      conflictId: String(form.get("conflictId") ?? ""),
      chosenNoteId: String(form.get("chosenNoteId") ?? ""),
    });
    refresh();
    return "Decided. The author of the other note is told what was chosen.";
  });
}
