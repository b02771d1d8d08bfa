"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { approveMemories } from "#domain/planning/approve-memories.ts";
import { forgetMemories } from "#domain/planning/forget-memories.ts";
import { pinMemory } from "#domain/planning/pin-memory.ts";
import { rejectMemories } from "#domain/planning/reject-memories.ts";
import { restoreMemories } from "#domain/planning/restore-memories.ts";
import { AppError } from "#platform/errors.ts";
import type { FormState } from "#ui/form-state.ts";
import { readMemoryAct } from "./read-memory-act.ts";
import { sayMoved } from "./say-moved.ts";

/** Does one thing with the memories that are chosen; what was forgotten or rejected can be taken back from the notice that tells of it. */
export async function actOnMemories(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  let undo: string[] = [];
  const state = await attempt(form, async () => {
    const { act, memories } = readMemoryAct(form);
    const projectId = String(form.get("projectId") ?? "");
    if (act === "merge") {
      const of = memories.map(({ memoryId }) => memoryId).join(",");
      redirect(`/projects/${projectId}/memory/merge?of=${of}`);
    }
    if (act === "pin" || act === "unpin") {
      for (const each of memories) await pinMemory(ctx, { ...each, isPinned: act === "pin" });
      refresh();
      return act === "pin" ? "Pinned: it comes first in every brief." : "The pin is out.";
    }
    const memoryIds = memories.map(({ memoryId }) => memoryId);
    const outcome =
      act === "approve"
        ? await approveMemories(ctx, { memories })
        : act === "reject"
          ? await rejectMemories(ctx, { memories })
          : act === "forget"
            ? await forgetMemories(ctx, { memories })
            : await restoreMemories(ctx, { memoryIds });
    // Also where nothing was done: the page then shows what is to be decided, or who was first.
    refresh();
    if (outcome.done.length === 0) throw new AppError("INVALID", sayMoved(act, outcome));
    if (act === "forget" || act === "reject") undo = outcome.done;
    return sayMoved(act, outcome);
  });
  return undo.length > 0 ? { ...state, undo } : state;
}
