import { leadTime } from "#domain/schedule/lead-time.ts";
import { setLeadTime } from "#domain/schedule/set-lead-time.ts";
import type { TxCtx } from "#platform/context.ts";
import { measureRuns } from "./internal/measure-runs.ts";
import { usualSeconds } from "./internal/usual-seconds.ts";

/**
 * Learns from the last runs of a project by its present writer how long before its slots writing must begin, and has the schedule follow: to be
 * called in the transaction in which an episode becomes READY, and when the project gets another writer.
 */
export async function learnLeadTime(ctx: TxCtx, { projectId }: { projectId: string }): Promise<void> {
  const { organizationId, tx } = ctx;
  const { writer } = await tx.project.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: projectId } },
    select: { writer: true },
  });
  const runs = await measureRuns(ctx, projectId, writer);
  await setLeadTime(ctx, { projectId, ...leadTime(runs, usualSeconds(writer)) });
}
