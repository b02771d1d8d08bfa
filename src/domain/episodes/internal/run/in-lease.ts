import { holdLease } from "#domain/schedule/hold-lease.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import type { Ctx, TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { endRun, RunEnded } from "./end-run.ts";

/**
 * Works in one transaction that only commits while this worker holds the run. When the lease is lost, or somebody has
 * asked for an end (which is then made), `work` does not run.
 *
 * @throws RunEnded in both cases
 */
export async function inLease<T>(ctx: Ctx, run: ClaimedRun, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const outcome = await inOrganization(ctx, async (inside) => {
    const lease = await holdLease(inside, run);
    if (lease === "held") return { value: await work(inside) };
    if (lease === "cancel")
      await endRun(inside, run, { to: "CANCELLED", reason: await reasonOf(inside, run) });
    return null;
  });
  if (outcome === null) throw new RunEnded();
  return outcome.value;
}

/** Whoever asked for the end has said why. */
async function reasonOf({ tx, organizationId }: TxCtx, { queueId }: ClaimedRun): Promise<string> {
  const { reason } = await tx.episodeScheduleQueue.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: queueId } },
    select: { reason: true },
  });
  return reason ?? "Cancelled by an editor.";
}
