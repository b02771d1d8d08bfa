import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";

type RunOverrides = Partial<
  Omit<Prisma.EpisodeScheduleQueueUncheckedCreateInput, "organizationId" | "projectId">
>;

/** A row of the queue that may be claimed now, for the present date unless said otherwise. */
export async function makeRun(ctx: Ctx, projectId: string, overrides: RunOverrides = {}) {
  const now = ctx.clock.now();
  return inOrganization(ctx, ({ tx, organizationId }) =>
    tx.episodeScheduleQueue.create({
      data: {
        organizationId,
        projectId,
        occurrenceKey: now.toISOString().slice(0, 10),
        slotAt: now,
        availableAt: now,
        ...overrides,
      },
    }),
  );
}
