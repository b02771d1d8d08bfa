import { addMinutes } from "date-fns";
import type { TxCtx } from "#platform/context.ts";
import { endOfGrace } from "./grace.ts";

/** Has the words of what is being forgotten taken away when it can't be taken back any more; in the same transaction. */
export async function enqueueBlanking({ tx, organizationId, clock }: TxCtx): Promise<void> {
  const runAt = addMinutes(endOfGrace(clock.now()), 1);
  await tx.$executeRaw`select enqueue_job('blank_memories', ${JSON.stringify({ organizationId })}::json, ${runAt}::timestamptz)`;
}
