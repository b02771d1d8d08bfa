import { inOrganization } from "#platform/database.ts";
import { sentenceVectors, VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { actingFor, type System } from "#platform/system.ts";
import { loadNote } from "./internal/understand/load-note.ts";
import { storeUnderstanding } from "./internal/understand/store-understanding.ts";
import { understandByRules } from "./understand-by-rules.ts";

/**
 * Understands a note that was received. May run twice and at the same time: whoever comes second finds nothing to do, and a note that was
 * edited meanwhile is left to the job of its newer revision.
 */
export async function understandNote(
  system: System,
  { organizationId, noteId }: { organizationId: string; noteId: string },
): Promise<void> {
  const ctx = actingFor(system, organizationId, "understand_note");
  const note = await inOrganization(ctx, (inside) => loadNote(inside, noteId, ["RECEIVED"]));
  if (note === null) return;
  const understanding = await understandByRules(note);
  const [vector = []] = await sentenceVectors([understanding.paraphrase]);
  const understood = {
    note,
    understanding,
    understoodBy: "RULES",
    vector,
    vectorModel: VECTOR_MODEL,
  } as const;
  await inOrganization(ctx, (inside) => storeUnderstanding(inside, understood));
}
