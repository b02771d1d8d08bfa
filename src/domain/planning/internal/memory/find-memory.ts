import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";

/**
 * A memory of the organization as it is stored.
 *
 * @throws AppError NOT_FOUND for an id that is another organization's, or of a project that was removed
 */
export async function findMemory({ tx, organizationId }: TxCtx, memoryId: string) {
  const memory = await tx.agentMemory.findFirst({
    where: { organizationId, id: memoryId, project: { deletedAt: null } },
    select: {
      id: true,
      projectId: true,
      kind: true,
      status: true,
      text: true,
      importance: true,
      isPinned: true,
      revision: true,
      validFrom: true,
      validUntil: true,
    },
  });
  if (!memory) throw new AppError("NOT_FOUND", "There is no such memory. It may have been removed.");
  return memory;
}
