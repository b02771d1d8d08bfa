import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { may } from "#domain/people/permissions.ts";
import { guarded } from "#domain/people/verb.ts";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { sentenceVectors, VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { BUSY, leaveRuns } from "./internal/notes/leave-runs.ts";
import { lockNote } from "./internal/notes/lock-note.ts";
import { whyNotWaiting } from "./internal/notes/why-not-waiting.ts";
import { leaveOthers } from "./internal/relations/leave-others.ts";
import { refreshAttention } from "./internal/relations/refresh-attention.ts";
import { relateNote } from "./internal/relations/relate-note.ts";
import { enterMeaning } from "./internal/understand/enter-meaning.ts";
import { findWrongPassages } from "./internal/understand/find-wrong-passages.ts";
import { loadNote } from "./internal/understand/load-note.ts";
import { plainWords } from "./internal/understand/plain-note.ts";
import { saysSomething } from "./note-text.ts";
import { recordNoteStep } from "./record-note-step.ts";
import { understandByRules } from "./understand-by-rules.ts";
import { NOTE_INTENTS, type Understanding } from "./understanding.ts";

const UnderstandingToCorrect = z.object({
  noteId: z.string(),
  revision: z.number().int(),
  /** Links and markup are left out of it. */
  paraphrase: z
    .string()
    .transform(plainWords)
    .refine(saysSomething, "Say in one sentence what is wished, without links.")
    .refine((words) => words.length <= 300, "Say it in 300 characters at most."),
  intent: z.enum(NOTE_INTENTS).optional(),
});

/**
 * Puts right how a note is understood: its author until it is planned, or an editor. The rules read from the new sentence what it is about and
 * what a writer is to do. It leaves the notes that it was merged or in contradiction with, and is compared with all of them anew.
 *
 * @throws AppError NOT_FOUND for another's note (unless one sees all), CONFLICT when it is planned or settled or somebody was first, INVALID with
 *   `fields` where the sentence does not say enough for the intent
 */
export const correctUnderstanding = guarded(
  { needs: "note.submit", input: UnderstandingToCorrect },
  async (ctx, { noteId, revision, paraphrase, intent }): Promise<{ noteId: string; revision: number }> => {
    const note = await inOrganization(ctx, async (inside) => {
      const seen = await lockNote(inside, { noteId, revision });
      const why = whyNotWaiting(seen);
      if (why !== null) throw new AppError("CONFLICT", why);
      if (!seen.isMine && !may(ctx.actor, "note.settle"))
        throw new AppError("FORBIDDEN", "Only its author and editors can say how a note is meant.");
      return loadNote(inside, noteId, ["RECEIVED", "UNDERSTOOD"]);
    });
    if (note === null) throw new AppError("CONFLICT", "It does not wait any more.");
    const read = await understandByRules({ ...note, text: paraphrase }, { intent });
    if (intent !== undefined && read.intent !== intent) throw sayMore(intent);
    const understanding: Understanding = { ...read, paraphrase };
    const [vector = []] = await sentenceVectors([paraphrase]);
    return inOrganization(ctx, async (inside) => {
      const { tx, organizationId } = inside;
      const before = await lockNote(inside, { noteId, revision });
      const why = whyNotWaiting(before);
      if (why !== null) throw new AppError("CONFLICT", why);
      if ((await leaveRuns(inside, [noteId])).size > 0) throw new AppError("CONFLICT", BUSY);
      await leaveOthers(inside, noteId);
      const directive = await findWrongPassages(inside, note.projectId, understanding);
      await tx.planningNote.update({
        where: { organizationId_id: { organizationId, id: noteId } },
        data: {
          ...enterMeaning({ ...understanding, directive }),
          ...{ understoodBy: "PERSON", understoodAt: ctx.clock.now(), vector, vectorModel: VECTOR_MODEL },
          revision: { increment: 1 },
        },
      });
      await recordNoteStep(inside, { noteId, kind: "CORRECTED" });
      await recordAudit(inside, {
        action: "note.correct",
        targetType: "note",
        targetId: noteId,
        after: { paraphrase, intent: understanding.intent },
      });
      await refreshAttention(inside, [noteId]);
      await relateNote(inside, noteId);
      return { noteId, revision: revision + 1 };
    });
  },
);

function sayMore(intent: Understanding["intent"]): AppError {
  const message =
    intent === "LENGTH"
      ? "Say whether the episodes are to be shorter or longer."
      : "Say in the sentence what it is about: a few words that name the topic.";
  return new AppError("INVALID", message, { fields: { paraphrase: message } });
}
