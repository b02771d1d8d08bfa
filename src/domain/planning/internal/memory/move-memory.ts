import { displayedName } from "#domain/people/displayed-name.ts";
import type { TxCtx } from "#platform/context.ts";
import type { MemoryStatus, Prisma } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import type { MemoryRef } from "./memory-refs.ts";

export interface Move {
  from: readonly MemoryStatus[];
  data: Prisma.AgentMemoryUncheckedUpdateManyInput;
  /** Only these may be moved; the others are not there. */
  where?: Prisma.AgentMemoryWhereInput;
}

/** Changes a memory that is as it was seen, by compare-and-set; false when somebody else was first. */
export async function moveMemory(ctx: TxCtx, ref: MemoryRef, { from, data, where }: Move): Promise<boolean> {
  const { tx, organizationId, actor, clock } = ctx;
  const { count } = await tx.agentMemory.updateMany({
    where: {
      ...where,
      organizationId,
      id: ref.memoryId,
      revision: ref.revision,
      status: { in: [...from] },
      project: { deletedAt: null },
    },
    data: {
      ...data,
      revision: { increment: 1 },
      changedById: actor.kind === "user" ? actor.userId : null,
      changedAt: clock.now(),
    },
  });
  return count === 1;
}

const DID: Record<MemoryStatus, string> = {
  PROPOSED: "changed it",
  ACTIVE: "changed or approved it",
  SUPERSEDED: "put another in its place",
  FORGOTTEN: "had it forgotten or rejected",
};

/** Who was first, and what they did; for the second, who is told. */
export async function whyMissed({ tx, organizationId }: TxCtx, { memoryId }: MemoryRef): Promise<AppError> {
  const memory = await tx.agentMemory.findFirst({
    where: { organizationId, id: memoryId, project: { deletedAt: null } },
    select: { status: true, changedBy: { select: { name: true, deletedAt: true } } },
  });
  if (!memory) return new AppError("NOT_FOUND", "There is no such memory. It may have been removed.");
  const who = displayedName(memory.changedBy) ?? "Somebody";
  return new AppError(
    "CONFLICT",
    `${who} ${DID[memory.status]} meanwhile, so nothing was changed. Look at it as it is now, then decide again.`,
  );
}
