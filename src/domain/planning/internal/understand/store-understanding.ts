import type { TxCtx } from "#platform/context.ts";
import type { NoteReader } from "#platform/db/generated/client.ts";
import { recordNoteStep } from "../../record-note-step.ts";
import type { Understanding } from "../../understanding.ts";
import { lockNotes } from "../notes/lock-notes.ts";
import { lockRelations } from "../relations/lock-relations.ts";
import { refreshAttention } from "../relations/refresh-attention.ts";
import { findRelated, relateNote } from "../relations/relate-note.ts";
import { enterMeaning } from "./enter-meaning.ts";
import { findWrongPassages } from "./find-wrong-passages.ts";
import type { LoadedNote } from "./load-note.ts";

interface Understood {
  note: LoadedNote;
  understanding: Understanding;
  understoodBy: NoteReader;
  vector: number[];
  vectorModel: string;
}

/** Enters how a note was understood, unless it was changed or understood meanwhile. Says whether it did. */
export async function storeUnderstanding(ctx: TxCtx, understood: Understood): Promise<boolean> {
  const { tx, organizationId, clock } = ctx;
  const { note, understanding, understoodBy, vector, vectorModel } = understood;
  await lockRelations(ctx, note.projectId);
  const { terms, paraphrase } = understanding;
  const directive = await findWrongPassages(ctx, note.projectId, understanding);
  const { language } = note.project;
  const related = await findRelated(ctx, {
    ...note,
    terms,
    paraphrase,
    directive,
    vector,
    vectorModel,
    language,
  });
  await lockNotes(ctx, [note.id, ...related]);
  const { count } = await tx.planningNote.updateMany({
    where: { organizationId, id: note.id, revision: note.revision, status: "RECEIVED" },
    data: {
      ...enterMeaning({ ...understanding, directive }),
      ...{ understoodBy, understoodAt: clock.now(), vector, vectorModel },
    },
  });
  if (count === 0) return false;
  await recordNoteStep(ctx, { noteId: note.id, kind: "UNDERSTOOD" });
  await refreshAttention(ctx, [note.id]);
  await relateNote(ctx, note.id);
  return true;
}
