import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";

type MemoryOverrides = Partial<Omit<Prisma.AgentMemoryUncheckedCreateInput, "organizationId" | "projectId">>;

/** An active fact that a person has added, unless said otherwise. */
export async function makeMemory(ctx: Ctx, projectId: string, overrides: MemoryOverrides = {}) {
  const now = ctx.clock.now();
  const status = overrides.status ?? "ACTIVE";
  return inOrganization(ctx, ({ tx, organizationId }) =>
    tx.agentMemory.create({
      data: {
        organizationId,
        projectId,
        kind: "FACT",
        text: "The harbour office opens at eight.",
        origin: "PERSON",
        originUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        status,
        validFrom: now,
        createdAt: now,
        approvedAt: status === "PROPOSED" ? null : now,
        ...overrides,
      },
    }),
  );
}
