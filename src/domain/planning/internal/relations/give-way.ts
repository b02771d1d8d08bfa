import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { isWaiting } from "../../note-states.ts";
import { recordNoteStep } from "../../record-note-step.ts";
import { closeConflicts } from "../notes/close-conflicts.ts";
import { BUSY, leaveRuns } from "../notes/leave-runs.ts";
import type { LockedNote } from "../notes/lock-notes.ts";

const TOO_LATE =
  "An episode has taken that note up already, so this can’t be decided otherwise. A new note can ask for the opposite.";

/**
 * Ends a locked note, with those merged into it, because an editor has chosen the one that contradicts it: one that waits is declined, one in
 * force applies to no further episode. One that gave way before stays as it is.
 *
 * @throws AppError CONFLICT for what an episode has taken up already
 */
export async function giveWay(ctx: TxCtx, note: LockedNote, reason: string): Promise<void> {
  const { tx, organizationId, actor, clock } = ctx;
  const group = { organizationId, OR: [{ id: note.id }, { mergedIntoId: note.id }] };
  if (note.status === "DECLINED" || note.stoppedAt !== null) return;
  const isInForce = note.scope !== "NEXT_EPISODE" && ["PLANNED", "USED", "PARTLY_USED"].includes(note.status);
  if (!isInForce && !isWaiting(note.status)) throw new AppError("CONFLICT", TOO_LATE);
  // What is in a brief already stays there: a note in force ends with the next one.
  if (!isInForce && (await leaveRuns(ctx, [note.id])).size > 0) throw new AppError("CONFLICT", BUSY);
  const ended = isInForce
    ? { stoppedAt: clock.now(), reason }
    : {
        ...{
          status: "DECLINED" as const,
          reason,
          settledAt: clock.now(),
          attention: null,
          plannedForId: null,
        },
        settledById: actor.kind === "user" ? actor.userId : null,
      };
  await tx.planningNote.updateMany({ where: group, data: { ...ended, revision: { increment: 1 } } });
  await recordNoteStep(ctx, { noteId: note.id, kind: isInForce ? "STOPPED" : "DECLINED", reason });
  await closeConflicts(ctx, [note.id]);
}
