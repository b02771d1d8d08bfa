import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { enqueueUnderstanding } from "./internal/notes/enqueue-understanding.ts";
import { BUSY, leaveRuns } from "./internal/notes/leave-runs.ts";
import { lockNote } from "./internal/notes/lock-note.ts";
import { untilDateOf } from "./internal/notes/until-date-of.ts";
import { whyNotWaiting } from "./internal/notes/why-not-waiting.ts";
import { leaveOthers } from "./internal/relations/leave-others.ts";
import { NoteScopeInput } from "./note-scope.ts";
import { NoteText } from "./note-text.ts";
import { recordNoteStep } from "./record-note-step.ts";

/** What a note is that nobody has read yet. */
const notUnderstood: Prisma.PlanningNoteUncheckedUpdateInput = {
  status: "RECEIVED",
  intent: null,
  paraphrase: null,
  topicTerms: [],
  target: null,
  targetSourceId: null,
  directive: Prisma.DbNull,
  understoodBy: null,
  understoodAt: null,
  attention: null,
  vector: [],
  vectorModel: null,
};

/**
 * Changes one's own note until it is planned. Other words are understood anew, and leave the notes that they were merged or in contradiction
 * with; another scope alone leaves everything else as it is.
 *
 * @throws AppError NOT_FOUND for another's note, FORBIDDEN for one that one may only read, CONFLICT when it is planned or settled, or somebody was
 *   first; INVALID with `fields` as `submitNote`
 */
export const changeNote = command(
  {
    needs: "note.submit",
    input: z.object({ noteId: z.string(), revision: z.number().int(), text: NoteText, ...NoteScopeInput }),
  },
  async (ctx, { noteId, revision, text, scope, ...given }) => {
    const { tx, organizationId } = ctx;
    const note = await lockNote(ctx, { noteId, revision });
    if (!note.isMine)
      throw new AppError("FORBIDDEN", "Only its author can change a note. You can settle it.");
    const why = whyNotWaiting(note);
    if (why) throw new AppError("CONFLICT", why);
    const untilDate = await untilDateOf(ctx, {
      projectId: note.projectId,
      scope,
      untilDate: given.untilDate,
    });
    const isReworded = text !== note.text;
    const isSame = !isReworded && scope === note.scope && untilDate?.getTime() === note.untilDate?.getTime();
    if (isSame) return { noteId, revision };
    if ((await leaveRuns(ctx, [noteId])).size > 0) throw new AppError("CONFLICT", BUSY);
    if (isReworded) await leaveOthers(ctx, noteId);
    await tx.planningNote.update({
      where: { organizationId_id: { organizationId, id: noteId } },
      data: {
        text,
        scope,
        untilDate,
        stoppedAt: null,
        plannedForId: null,
        revision: { increment: 1 },
        ...(isReworded ? notUnderstood : {}),
      },
    });
    await recordNoteStep(ctx, { noteId, kind: "EDITED" });
    await recordAudit(ctx, {
      action: "note.change",
      targetType: "note",
      targetId: noteId,
      before: { scope: note.scope, ...(isReworded ? { text: note.text } : {}) },
      after: { scope, ...(isReworded ? { text } : {}) },
    });
    if (isReworded) await enqueueUnderstanding(ctx, noteId);
    return { noteId, revision: revision + 1 };
  },
);
