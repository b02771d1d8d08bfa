import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { judgeAgainSql } from "./internal/notes/judge-again.sql.ts";
import { lockNotesOfRun } from "./internal/notes/lock-notes-of-run.ts";
import { recordNoteSteps } from "./record-note-steps.ts";

/** Takes the verdicts of a run back, for its episode is written again from the same brief. The run is locked. */
export async function judgeAgain(ctx: TxCtx, { queueId }: { queueId: string }): Promise<void> {
  const { tx, organizationId, clock } = ctx;
  await lockNotesOfRun(ctx, queueId);
  const planned = await runSql(tx, judgeAgainSql, [organizationId, queueId, clock.now()]);
  const reason = "Its episode is written again.";
  await recordNoteSteps(ctx, {
    kind: "PLANNED",
    queueId,
    notes: planned.map(({ id }) => ({ noteId: id, reason })),
  });
}
