import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { type BulkOutcome, chooseNotes, NotesToChoose } from "./internal/notes/choose-notes.ts";
import { closeConflicts } from "./internal/notes/close-conflicts.ts";
import { BUSY, leaveRuns } from "./internal/notes/leave-runs.ts";
import type { LockedNote } from "./internal/notes/lock-notes.ts";
import { whyNotWaiting } from "./internal/notes/why-not-waiting.ts";
import { SettlingReason, saysSomething } from "./note-text.ts";
import { recordNoteSteps } from "./record-note-steps.ts";

const NotesToSettle = z
  .object({ notes: NotesToChoose, outcome: z.enum(["USED", "DECLINED"]), reason: SettlingReason.default("") })
  .refine(({ outcome, reason }) => outcome === "USED" || saysSomething(reason), {
    path: ["reason"],
    message: "Say why, for whoever wrote the note.",
  });

/**
 * Ends waiting notes by hand, with those merged into them: `USED` for what an editor has done themselves (such as a change of the cadence),
 * `DECLINED` with a reason. Of two editors at once the first decides each note, and the other is told who that was.
 *
 * @throws AppError INVALID with `fields` for a note that is declined without a reason, or more than 200 notes
 */
export const settleNotes = command(
  { needs: "note.settle", input: NotesToSettle },
  async (ctx, { notes, outcome, reason }): Promise<BulkOutcome> => {
    const { chosen, missed } = await chooseNotes(ctx, notes, whyNotWaiting);
    const busy = await leaveRuns(
      ctx,
      chosen.map(({ id }) => id),
    );
    const settled = chosen.filter(({ id }) => !busy.has(id));
    await settle(ctx, settled, outcome, reason || null);
    const done = settled.map(({ id }) => id);
    return { done, missed: [...missed, ...[...busy].map((noteId) => ({ noteId, why: BUSY }))] };
  },
);

async function settle(
  ctx: TxCtx,
  notes: readonly LockedNote[],
  outcome: "USED" | "DECLINED",
  reason: string | null,
): Promise<void> {
  const { tx, organizationId, actor, clock } = ctx;
  const ids = notes.map(({ id }) => id);
  const settled = {
    status: outcome,
    reason,
    settledAt: clock.now(),
    settledById: actor.kind === "user" ? actor.userId : null,
    plannedForId: null,
  };
  await tx.planningNote.updateMany({
    where: { organizationId, OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] },
    data: { ...settled, revision: { increment: 1 } },
  });
  await recordNoteSteps(ctx, { kind: outcome, notes: ids.map((noteId) => ({ noteId, reason })) });
  await closeConflicts(ctx, ids);
  for (const { id, status } of notes) {
    await recordAudit(ctx, {
      action: "note.settle",
      targetType: "note",
      targetId: id,
      before: { status },
      after: { status: outcome, message: reason },
    });
  }
}
