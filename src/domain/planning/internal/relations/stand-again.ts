import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { recordNoteStep } from "../../record-note-step.ts";
import { BUSY, leaveRuns } from "../notes/leave-runs.ts";
import type { LockedNote } from "../notes/lock-notes.ts";
import { contradict } from "./contradict.ts";

/** Has a locked note count, with those merged into it, because an editor has chosen it against `other`; one that had given way waits again. */
export async function standAgain(ctx: TxCtx, note: LockedNote, other: string): Promise<void> {
  const { tx, organizationId } = ctx;
  const group = { organizationId, OR: [{ id: note.id }, { mergedIntoId: note.id }] };
  const revision = { increment: 1 };
  if (note.status === "DECLINED") {
    if ((await leaveRuns(ctx, [note.id])).size > 0) throw new AppError("CONFLICT", BUSY);
    const waits = { status: "UNDERSTOOD" as const, settledAt: null, settledById: null, plannedForId: null };
    await tx.planningNote.updateMany({
      where: group,
      data: { ...waits, reason: null, stoppedAt: null, revision },
    });
  } else {
    await tx.planningNote.updateMany({ where: group, data: { stoppedAt: null, revision } });
  }
  const isBack = note.status === "DECLINED" || note.stoppedAt !== null;
  await recordNoteStep(ctx, { noteId: note.id, kind: isBack ? "REOPENED" : "ACCEPTED" });
  if (isBack) await recordNoteStep(ctx, { noteId: note.id, kind: "ACCEPTED" });
  await contradict(ctx, note.id, other);
}
