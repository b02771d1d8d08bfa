"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { acceptNotes } from "#domain/planning/accept-notes.ts";
import { reopenNotes } from "#domain/planning/reopen-notes.ts";
import { settleNotes } from "#domain/planning/settle-notes.ts";
import { AppError } from "#platform/errors.ts";
import type { FormState } from "#ui/form-state.ts";
import { readAct, undoOf } from "./read-act.ts";
import { sayBulk } from "./say-bulk.ts";

/** Does one thing with all notes that are chosen. What was settled can be taken back from the notice that tells of it. */
export async function actOnNotes(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  let undo: string[] = [];
  const state = await attempt(form, async () => {
    const { act, notes, reason } = readAct(form);
    const outcome =
      act.verb === "settle"
        ? await settleNotes(ctx, { notes, outcome: act.outcome, reason })
        : act.verb === "accept"
          ? await acceptNotes(ctx, { notes })
          : await reopenNotes(ctx, { notes });
    if (outcome.done.length === 0) throw new AppError("CONFLICT", sayBulk(act.says, outcome));
    if (act.verb === "settle") undo = undoOf(notes, outcome.done);
    refresh();
    return sayBulk(act.says, outcome);
  });
  return undo.length > 0 ? { ...state, undo } : state;
}
