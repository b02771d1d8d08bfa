import type { TxCtx } from "#platform/context.ts";

/** Has a note understood, as soon as the transaction is kept; one that waits to be understood is understood once. */
export async function enqueueUnderstanding({ tx, organizationId }: TxCtx, noteId: string): Promise<void> {
  const payload = JSON.stringify({ organizationId, noteId });
  await tx.$executeRaw`select enqueue_job('understand_note', ${payload}::json, null, ${`understand_note:${noteId}`})`;
}
