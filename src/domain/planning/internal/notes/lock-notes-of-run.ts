import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { lockRelations } from "../relations/lock-relations.ts";
import { lockNotesOfRunsSql } from "./lock-notes-of-runs.sql.ts";

/** Locks all notes that are planned for a run, in the order that everybody keeps. The run is locked. */
export async function lockNotesOfRun(ctx: TxCtx, queueId: string): Promise<void> {
  const { tx, organizationId } = ctx;
  const { projectId } = await tx.episodeScheduleQueue.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: queueId } },
    select: { projectId: true },
  });
  await lockRelations(ctx, projectId);
  await runSql(tx, lockNotesOfRunsSql, [organizationId, [queueId]]);
}
