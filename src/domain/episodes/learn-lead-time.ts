import { leadTime } from "#domain/schedule/lead-time.ts";
import { setLeadTime } from "#domain/schedule/set-lead-time.ts";
import type { TxCtx } from "#platform/context.ts";
import { measureRuns } from "./internal/measure-runs.ts";
import { usualSeconds } from "./internal/usual-seconds.ts";

/**
 * Learns from the last runs of a project that were written by `writer` how long before its slots writing must begin, and has the schedule follow:
 * to be called in the transaction in which an episode becomes READY, or in which the project gets another writer.
 */
export async function learnLeadTime(
  ctx: TxCtx,
  { projectId, writer }: { projectId: string; writer: string },
): Promise<void> {
  const runs = await measureRuns(ctx, projectId, writer);
  await setLeadTime(ctx, { projectId, ...leadTime(runs, usualSeconds(writer)) });
}
