import { callModel } from "#domain/usage/call-model.ts";
import { isModelCallError } from "#domain/usage/model-call-error.ts";
import type { AskedCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { sentenceVectors, VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { actingFor, type System } from "#platform/system.ts";
import { type LoadedNote, loadNote } from "./internal/understand/load-note.ts";
import { storeUnderstanding } from "./internal/understand/store-understanding.ts";
import { understandByModel } from "./understand-by-model.ts";
import { understandByRules } from "./understand-by-rules.ts";
import type { Understanding } from "./understanding.ts";

/** A note does not wait longer for a provider: the rules are there. */
const LONGEST_WAIT_MS = 60_000;
const TIMEOUTS = { firstChunkMs: 20_000, chunkMs: 10_000, totalMs: 40_000 };

/**
 * Understands a note that was received, by a model where one is chosen for it, else by rules; where the model can't answer for whatever reason,
 * by rules at once. May run twice and at the same time: whoever comes second finds nothing to do, and a note that was edited meanwhile is left
 * to the job of its newer revision.
 */
export async function understandNote(
  system: System,
  { organizationId, noteId }: { organizationId: string; noteId: string },
): Promise<void> {
  const ctx = actingFor(system, organizationId, "understand_note");
  const note = await inOrganization(ctx, (inside) => loadNote(inside, noteId, ["RECEIVED"]));
  if (note === null) return;
  const byModel = await tryModel(ctx, note);
  const understanding = byModel ?? (await understandByRules(note));
  const [vector = []] = await sentenceVectors([understanding.paraphrase]);
  const understoodBy = byModel === null ? "RULES" : "MODEL";
  const understood = { note, understanding, understoodBy, vector, vectorModel: VECTOR_MODEL } as const;
  await inOrganization(ctx, (inside) => storeUnderstanding(inside, understood));
}

/** Null where no model is chosen, or it gave no answer that can be used: what is in the way is told where models are set up. */
async function tryModel(ctx: AskedCtx, note: LoadedNote): Promise<Understanding | null> {
  try {
    return await understandByModel(note, async (question) => {
      const { output } = await callModel(ctx, {
        ...question,
        stepKey: `note:${note.id}:${note.revision}`,
        purpose: "note.understand",
        projectId: note.projectId,
        timeouts: TIMEOUTS,
        signal: AbortSignal.timeout(LONGEST_WAIT_MS),
      });
      return output;
    });
  } catch (error) {
    if (isModelCallError(error)) return null;
    throw error;
  }
}
