import type { TxCtx } from "#platform/context.ts";

/** Asks for the passages of a source to be found, now or at `runAt`, in the transaction that makes it wait for them. */
export async function enqueueExtraction(
  { tx, organizationId, clock }: TxCtx,
  sourceId: string,
  runAt: Date = clock.now(),
): Promise<void> {
  const payload = JSON.stringify({ organizationId, sourceId });
  await tx.$executeRaw`select enqueue_job('extract_source', ${payload}::json, ${runAt}::timestamptz)`;
}
