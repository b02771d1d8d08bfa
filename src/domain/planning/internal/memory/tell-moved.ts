import type { AuditAction } from "#domain/activity/audit-actions.ts";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import type { TxCtx } from "#platform/context.ts";
import type { Prisma } from "#platform/db/generated/client.ts";

interface Moved {
  type: "memories_approved" | "memories_rejected" | "memories_forgotten" | "memories_restored";
  action: Extract<AuditAction, `memory.${string}`>;
  memoryIds: readonly string[];
  after?: Prisma.InputJsonObject;
}

/** One event and one audit row of each project for what was done with several memories; nothing where nothing was done. */
export async function tellMoved(ctx: TxCtx, { type, action, memoryIds, after }: Moved): Promise<void> {
  const { tx, organizationId } = ctx;
  const memories = await tx.agentMemory.findMany({
    where: { organizationId, id: { in: [...memoryIds] } },
    orderBy: { id: "asc" },
    select: { id: true, projectId: true },
  });
  for (const [projectId, of] of Map.groupBy(memories, (memory) => memory.projectId)) {
    const ids = of.map(({ id }) => id);
    await recordEvent(ctx, { type, projectId, data: { memoryIds: ids } });
    await recordAudit(ctx, {
      action,
      targetType: "memory",
      targetId: ids[0] ?? projectId,
      after: { ...after, projectId, memoryIds: ids },
    });
  }
}
