import type { TxCtx } from "#platform/context.ts";

/**
 * True while every note of a run is still its own. Once one was given back (it went into another brief, or its author changed it), the brief
 * must not be written from any more. The run is locked, so nobody can give one back meanwhile.
 */
export async function keepsItsNotes(
  { tx, organizationId }: TxCtx,
  { queueId }: { queueId: string },
): Promise<boolean> {
  return (await tx.notePlan.count({ where: { organizationId, queueId, outcome: "RELEASED" } })) === 0;
}
