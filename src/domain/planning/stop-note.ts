import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { endStanding } from "./internal/notes/end-standing.ts";
import { BUSY, leaveRuns } from "./internal/notes/leave-runs.ts";
import { lockNote } from "./internal/notes/lock-note.ts";
import { isWaiting } from "./note-states.ts";
import { recordNoteStep } from "./record-note-step.ts";

/**
 * Ends a note that stands for more than one episode, by its author or an editor. The episode that is being written from it is finished with it;
 * one that no episode has used is declined.
 *
 * @throws AppError NOT_FOUND for another's note, CONFLICT when it does not stand, or somebody was first
 */
export const stopNote = command(
  { needs: "note.submit", input: z.object({ noteId: z.string(), revision: z.number().int() }) },
  async (ctx, seen) => {
    const { tx, organizationId, clock } = ctx;
    const note = await lockNote(ctx, seen);
    const isOver = note.stoppedAt !== null || note.settledById !== null;
    if (note.scope === "NEXT_EPISODE" || isOver || ["DECLINED", "WITHDRAWN"].includes(note.status)) {
      throw new AppError(
        "CONFLICT",
        "There is nothing to stop: the note does not count for further episodes.",
      );
    }
    if (note.mergedIntoId !== null) {
      throw new AppError(
        "CONFLICT",
        "It is merged into another note. Withdraw it instead, or have it taken out.",
      );
    }
    if (isWaiting(note.status) && (await leaveRuns(ctx, [note.id])).size > 0)
      throw new AppError("CONFLICT", BUSY);
    await tx.planningNote.update({
      where: { organizationId_id: { organizationId, id: note.id } },
      data: { stoppedAt: clock.now(), revision: { increment: 1 } },
    });
    await recordNoteStep(ctx, { noteId: note.id, kind: "STOPPED" });
    await endStanding(ctx, [note.id], "It was stopped before an episode used it.");
    await recordAudit(ctx, {
      action: "note.stop",
      targetType: "note",
      targetId: note.id,
      before: { status: note.status },
    });
    return { noteId: note.id };
  },
);
