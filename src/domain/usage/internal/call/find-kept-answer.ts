import type { TxCtx } from "#platform/context.ts";
import type { ModelStep } from "./model-step.ts";

/** What a step has come to before. */
export interface KeptAnswer<Output> {
  /** Null where there is none that can be used. */
  kept: { output: Output; provider: string; model: string } | null;
  /** How many attempts were made, by this process or others. */
  attempts: number;
}

/**
 * Finds the answer that was kept under a step. `read` answers null for one that is not what is asked for any more, as after an upgrade: then it is
 * asked for again.
 */
export async function findKeptAnswer<Output>(
  { tx, organizationId }: TxCtx,
  { stepKey }: Pick<ModelStep, "stepKey">,
  read: (answer: unknown) => { output: Output } | null,
): Promise<KeptAnswer<Output>> {
  const attempts = await tx.usageReservation.findMany({
    where: { organizationId, stepKey },
    orderBy: { createdAt: "desc" },
    select: { answer: true, provider: true, model: true },
  });
  for (const { answer, provider, model } of attempts) {
    const usable = answer === null ? null : read(answer);
    if (usable) return { kept: { ...usable, provider, model }, attempts: attempts.length };
  }
  return { kept: null, attempts: attempts.length };
}
