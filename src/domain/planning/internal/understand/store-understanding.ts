import type { TxCtx } from "#platform/context.ts";
import type { NoteReader } from "#platform/db/generated/client.ts";
import { recordNoteStep } from "../../record-note-step.ts";
import type { Understanding } from "../../understanding.ts";

interface Understood {
  note: { id: string; projectId: string; revision: number };
  understanding: Understanding;
  understoodBy: NoteReader;
  vector: number[];
  vectorModel: string;
}

/** Enters how a note was understood, unless it was changed or understood meanwhile. Says whether it did. */
export async function storeUnderstanding(ctx: TxCtx, understood: Understood): Promise<boolean> {
  const { tx, organizationId, clock } = ctx;
  const { note, understanding, understoodBy, vector, vectorModel } = understood;
  const { count } = await tx.planningNote.updateMany({
    where: { organizationId, id: note.id, revision: note.revision, status: "RECEIVED" },
    data: {
      status: "UNDERSTOOD",
      intent: understanding.intent,
      topicTerms: understanding.terms,
      target: understanding.target,
      targetSourceId: understanding.sourceId,
      paraphrase: understanding.paraphrase,
      directive: understanding.directive,
      understoodBy,
      understoodAt: clock.now(),
      vector,
      vectorModel,
      attention:
        understanding.intent === "SCHEDULE"
          ? "SCHEDULE"
          : understanding.intent === "OTHER"
            ? "UNCLEAR"
            : null,
    },
  });
  if (count === 0) return false;
  await recordNoteStep(ctx, { noteId: note.id, kind: "UNDERSTOOD" });
  return true;
}
