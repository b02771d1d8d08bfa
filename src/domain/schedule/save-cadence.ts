import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { Cadence } from "./cadence.ts";
import { describeCadence } from "./describe-cadence.ts";
import { enqueueForOrganization } from "./internal/enqueue-for-organization.ts";
import { moveQueuedSlots } from "./internal/move-queued-slots.ts";
import { setNextSlot } from "./internal/set-next-slot.ts";
import { localDateAt } from "./internal/zone-time.ts";
import { MissedSlotPolicy } from "./missed-slots.ts";

/**
 * Changes the cadence of a project. `cadenceVersion` is the version that the person was looking at. Slots that are due already are
 * decided by the old rule; coming ones move to the new one, also those whose row waits in the queue.
 *
 * @returns the new version and the next slot, null when the cadence has no coming date
 * @throws AppError CONFLICT when somebody else changed it meanwhile; `fields` names what differs from the input
 */
export const saveCadence = command(
  {
    needs: "schedule.edit",
    input: z.object({
      projectId: z.string(),
      cadenceVersion: z.number().int(),
      cadence: Cadence,
      missedSlotPolicy: MissedSlotPolicy.optional(),
    }),
  },
  async (ctx, { projectId, cadenceVersion, cadence, missedSlotPolicy }) => {
    const before = await getProject(ctx, { projectId });
    const policy = missedSlotPolicy ?? before.missedSlotPolicy;
    const { organizationId, tx } = ctx;
    // The ticker waits, so that it enqueues nothing by the old rule behind our back.
    const [schedule] = await tx.$queryRaw<{ leadSeconds: number }[]>`
      select lead_seconds as "leadSeconds" from project_schedule where project_id = ${before.id}::uuid for no key update`;
    if (!schedule)
      throw new AppError("INTERNAL", "The project has no schedule. Add a project with this cadence instead.");
    if (before.cadenceVersion === cadenceVersion) await enqueueForOrganization(ctx, [before.id]);

    const version = cadenceVersion + 1;
    const { count } = await tx.project.updateMany({
      where: { organizationId, id: before.id, cadenceVersion, deletedAt: null },
      data: { cadenceConfig: cadence, cadenceVersion: version, missedSlotPolicy: policy },
    });
    if (count === 0) throw await conflict(ctx, before.id, cadence);

    await moveQueuedSlots(ctx, [{ projectId: before.id, cadence, ...schedule }]);
    const next = await setNextSlot(ctx, { projectId: before.id, cadence, cadenceVersion: version });
    await recordAudit(ctx, {
      action: "cadence.change",
      targetType: "project",
      targetId: before.id,
      before: { cadence: before.cadenceConfig, missedSlotPolicy: before.missedSlotPolicy },
      after: { cadence, missedSlotPolicy: policy },
    });
    await recordEvent(ctx, { type: "cadence_changed", data: { version }, projectId: before.id });
    return { cadenceVersion: version, nextSlotAt: next?.slotAt ?? null };
  },
);

async function conflict(ctx: TxCtx, projectId: string, wanted: Cadence): Promise<AppError> {
  const { cadenceConfig } = await getProject(ctx, { projectId });
  const stored = Cadence.parse(cadenceConfig);
  const today = localDateAt(stored.timeZone, ctx.clock.now());
  const fields: Record<string, string> = {};
  for (const field of Object.keys(Cadence.shape) as (keyof Cadence)[]) {
    if (JSON.stringify(stored[field]) !== JSON.stringify(wanted[field])) {
      fields[field] = "This was changed by somebody else, or by you in another window.";
    }
  }
  return new AppError(
    "CONFLICT",
    `The cadence was changed while you were editing it. It now says: ${describeCadence(stored, today)} Load it again to change it.`,
    { fields },
  );
}
