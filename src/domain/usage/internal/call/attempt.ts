import type { Ctx } from "#platform/context.ts";
import { isAppError } from "#platform/errors.ts";
import type { ProviderAccess } from "#platform/model-access.ts";
import { aboutMs } from "#platform/models/back-off.ts";
import type { ModelFailure, ModelReply } from "#platform/models/reply.ts";
import { priceCall } from "../../price-call.ts";
import { releaseUsage } from "../../release-usage.ts";
import { type Settlement, settleUsage } from "../../settle-usage.ts";
import type { FoundPrice } from "../find-prices.ts";
import type { JsonValue } from "../storable-json.ts";
import { keepAlive } from "./keep-alive.ts";
import type { Ask, Judged, ModelStep, Target } from "./model-step.ts";
import { type AttemptCounter, setAside } from "./set-aside.ts";

const SETTLING_TRIES = 4;
const SETTLING_WAIT_MS = 2_000;

export type Attempted<Output> = Judged<Output> | { kind: "failed"; failure: ModelFailure };

/**
 * One attempt: sets the worst case aside, sends one request with no transaction open, and settles by what the provider tells. What it
 * doesn't tell is settled at the worst case, unless the request can't have cost anything. An answer that can be used is kept with its price.
 */
export async function attempt<Answer, Output>(
  ctx: Ctx,
  step: ModelStep,
  ask: Ask<Answer, Output>,
  target: Target & { access: ProviderAccess },
  counter: AttemptCounter,
  signal: AbortSignal,
): Promise<Attempted<Output>> {
  const { signal: _, choice: __, ...about } = step;
  const { provider, model, price } = target;
  const worst = { uncachedInput: ask.worst.input, cacheRead: 0, cacheWrite: 0, output: ask.worst.output };
  const worstCaseNanos = price === null ? 0n : priceCall(worst, dearest(price));
  const call = {
    ...about,
    ...(ask.promptVersion === undefined ? {} : { promptVersion: ask.promptVersion }),
    provider,
    model,
    modelPriceId: price?.id ?? null,
    worstInputTokens: worst.uncachedInput,
    worstOutputTokens: worst.output,
    worstCaseNanos,
  };
  const reservationId = await setAside(ctx, call, counter, signal);
  const sentAt = ctx.clock.now();
  const stopRenewing = keepAlive(ctx, reservationId);
  try {
    const reply = await ask.send(target, signal);
    const judged = judge(ask, reply);
    if (reply.usage === null && !reply.isBillable) {
      await releaseUsage(ctx, { reservationId });
      return judged;
    }
    const settled: Settlement = {
      reservationId,
      ...(reply.usage === null
        ? { tokens: { ...worst, reasoning: 0 }, settlement: "ESTIMATED", costNanos: price && worstCaseNanos }
        : { tokens: reply.usage, settlement: "EXACT", costNanos: price && priceCall(reply.usage, price) }),
      durationMs: ctx.clock.now().getTime() - sentAt.getTime(),
      ...keptOf(judged),
    };
    await settleSurely(ctx, settled);
    return judged;
  } finally {
    stopRenewing();
  }
}

/** What was paid for is not lost over a database that is away for a moment; settling twice changes nothing. */
async function settleSurely(ctx: Ctx, settled: Settlement): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await settleUsage(ctx, settled);
      return;
    } catch (error) {
      if (isAppError(error) || tried === SETTLING_TRIES) throw error;
      await ctx.clock.wait(aboutMs(SETTLING_WAIT_MS * tried));
    }
  }
}

function judge<Answer, Output>(ask: Ask<Answer, Output>, { outcome }: ModelReply<Answer>): Attempted<Output> {
  if (outcome.kind === "failure") return { kind: "failed", failure: outcome.failure };
  return ask.judge(outcome.answer);
}

function keptOf(judged: Attempted<unknown>): { answer?: JsonValue } {
  return judged.kind === "good" ? { answer: judged.kept } : {};
}

/** The provider decides what it writes to its cache, and some ask more for that than for reading. */
function dearest(price: FoundPrice): FoundPrice {
  const { uncachedInputNanosPerMillion: read, cacheWriteNanosPerMillion: write } = price;
  return write > read ? { ...price, uncachedInputNanosPerMillion: write } : price;
}
