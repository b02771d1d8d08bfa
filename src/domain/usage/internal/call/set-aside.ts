import type { Ctx } from "#platform/context.ts";
import { aboutMs } from "#platform/models/back-off.ts";
import { ModelCallError } from "../../model-call-error.ts";
import { type CallToReserve, type FullBudget, reserveUsage } from "../../reserve-usage.ts";
import { describeFullBudget } from "./describe-full-budget.ts";

const LONGEST_CROWDED_MS = 20_000;
const CROWDED_STEP_MS = 1_000;

/** Counts the attempts at a step: each has a key of its own. */
export interface AttemptCounter {
  attempts: number;
}

/**
 * Sets the worst case of the next attempt aside. Where it would fit but for calls under way, it waits a little for them to be settled.
 *
 * @throws ModelCallError OVER_BUDGET and NO_PRICE
 */
export async function setAside(
  ctx: Ctx,
  call: Omit<CallToReserve, "callKey">,
  counter: AttemptCounter,
  signal: AbortSignal,
): Promise<string> {
  for (let waitedMs = 0; ; ) {
    const callKey = `${call.stepKey}#${counter.attempts + 1}`;
    const reserved = await reserveUsage(ctx, { ...call, callKey });
    if (reserved.kind === "reserved" || reserved.kind === "known") counter.attempts += 1;
    if (reserved.kind === "reserved") return reserved.reservationId;
    if (reserved.kind === "unpriced") throw unpriced(call);
    if (reserved.kind !== "full") continue;
    if (!reserved.budget.isCrowded || waitedMs >= LONGEST_CROWDED_MS) throw overBudget(reserved.budget);
    const waitMs = aboutMs(CROWDED_STEP_MS);
    await ctx.clock.wait(waitMs, signal);
    waitedMs += waitMs;
  }
}

function overBudget(budget: FullBudget): ModelCallError {
  const { neededNanos } = budget;
  return new ModelCallError("OVER_BUDGET", describeFullBudget(budget), { neededNanos, budget });
}

function unpriced({ model, provider }: Pick<CallToReserve, "model" | "provider">): ModelCallError {
  return new ModelCallError(
    "NO_PRICE",
    `A hard budget applies and the model ${model} of ${provider} has no price, so nobody knows what it would cost. Enter its price under Usage, Prices: it goes on by itself.`,
    { neededNanos: 0n },
  );
}
