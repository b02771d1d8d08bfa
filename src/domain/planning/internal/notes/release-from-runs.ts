import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { recordNoteSteps } from "../../record-note-steps.ts";
import { endStanding } from "./end-standing.ts";
import { releaseNotesSql } from "./release-notes.sql.ts";

/** Gives the notes of runs back, all or these alone: they wait again. The notes are locked, the runs held. */
export async function releaseFromRuns(
  ctx: TxCtx,
  queueIds: readonly string[],
  noteIds: readonly string[] | null = null,
): Promise<void> {
  if (queueIds.length === 0) return;
  const { tx, organizationId, clock } = ctx;
  const released = await runSql(tx, releaseNotesSql, [organizationId, noteIds, queueIds, clock.now()]);
  for (const queueId of queueIds) {
    const notes = released.filter((note) => note.queueId === queueId);
    await recordNoteSteps(ctx, { kind: "RELEASED", queueId, notes: notes.map(({ id }) => ({ noteId: id })) });
  }
  const stopped = released.filter(({ isStopped }) => isStopped).map(({ id }) => id);
  await endStanding(ctx, stopped, "It was stopped before an episode used it.");
}
