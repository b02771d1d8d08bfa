import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { BUSY, leaveRuns } from "./internal/notes/leave-runs.ts";
import { lockNote } from "./internal/notes/lock-note.ts";
import { whyNotWaiting } from "./internal/notes/why-not-waiting.ts";
import { leaveOthers } from "./internal/relations/leave-others.ts";
import { recordNoteStep } from "./record-note-step.ts";

/**
 * Takes one's own note back until it is planned. Of notes that were merged into it the oldest leads the others on; what it contradicted is free.
 *
 * @throws AppError NOT_FOUND for another's note, FORBIDDEN for one that one may only read, CONFLICT when it is planned or settled, or somebody was
 *   first
 */
export const withdrawNote = command(
  { needs: "note.submit", input: z.object({ noteId: z.string(), revision: z.number().int() }) },
  async (ctx, seen) => {
    const { tx, organizationId, clock } = ctx;
    const note = await lockNote(ctx, seen);
    if (!note.isMine)
      throw new AppError("FORBIDDEN", "Only its author can withdraw a note. You can decline it.");
    const why = whyNotWaiting(note);
    if (why) throw new AppError("CONFLICT", why);
    if ((await leaveRuns(ctx, [note.id])).size > 0) throw new AppError("CONFLICT", BUSY);
    await leaveOthers(ctx, note.id);
    await tx.planningNote.update({
      where: { organizationId_id: { organizationId, id: note.id } },
      data: {
        status: "WITHDRAWN",
        settledAt: clock.now(),
        plannedForId: null,
        attention: null,
        revision: { increment: 1 },
      },
    });
    await recordNoteStep(ctx, { noteId: note.id, kind: "WITHDRAWN" });
    await recordAudit(ctx, {
      action: "note.withdraw",
      targetType: "note",
      targetId: note.id,
      before: { status: note.status },
    });
    return { noteId: note.id };
  },
);
