import type { TxCtx } from "#platform/context.ts";

/** "Nothing is left to tell" must wait for what was added a moment ago. */
export function countSourcesBeingRead({ tx, organizationId }: TxCtx, projectId: string): Promise<number> {
  return tx.source.count({
    where: { organizationId, projectId, deletedAt: null, status: { in: ["RECEIVED", "EXTRACTING"] } },
  });
}
