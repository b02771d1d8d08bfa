import type { Ctx } from "#platform/context.ts";
import type { ProviderAccess } from "#platform/model-access.ts";
import { backOffMs } from "#platform/models/back-off.ts";
import type { ModelFailure } from "#platform/models/reply.ts";
import { describeProvider } from "../../describe-provider.ts";
import { isModelCallError, ModelCallError } from "../../model-call-error.ts";
import { longestPrompt } from "../../price-list.ts";
import { providerAccess } from "../provider-access.ts";
import { attempt } from "./attempt.ts";
import { breakerOf } from "./breaker-of.ts";
import { failureError, isPassing } from "./failure-error.ts";
import type { Ask, Judged, ModelStep, Target } from "./model-step.ts";
import type { AttemptCounter } from "./set-aside.ts";

const MOST_ATTEMPTS = 3;
/** Longer than this nobody waits inside a call: the run is put off. */
const LONGEST_WAIT_MS = 15_000;

export type Taken<Output> = Judged<Output> & { target: Target };

/**
 * Asks the models in turn until one answers: the next is asked only when the one before can't be reached. Each is asked three times at most, with
 * waits that are never shorter than it asks for.
 *
 * @throws ModelCallError
 */
export async function takeStep<Answer, Output>(
  ctx: Ctx,
  step: ModelStep,
  ask: Ask<Answer, Output>,
  targets: readonly Target[],
  counter: AttemptCounter,
  signal: AbortSignal,
): Promise<Taken<Output>> {
  for (const [index, target] of targets.entries()) {
    try {
      return { ...(await askTarget(ctx, step, ask, target, counter, signal)), target };
    } catch (error) {
      const isAway = isModelCallError(error, "UNAVAILABLE") || isModelCallError(error, "TIMEOUT");
      if (!isAway || index === targets.length - 1) throw error;
    }
  }
  throw new Error("A step has at least one model to ask");
}

async function askTarget<Answer, Output>(
  ctx: Ctx,
  step: ModelStep,
  ask: Ask<Answer, Output>,
  target: Target,
  counter: AttemptCounter,
  signal: AbortSignal,
): Promise<Judged<Output>> {
  const access = providerAccess(ctx, target.provider);
  if (access === null) throw noKey(target);
  if (ask.worst.input > longestPrompt(target)) throw tooLong(target);
  const breaker = breakerOf(ctx.db, target.provider, access);
  for (let tried = 1; ; tried += 1) {
    await waitForBreaker(ctx, target, access, signal);
    const attempted = await attempt(ctx, step, ask, { ...target, access }, counter, signal);
    if (attempted.kind !== "failed") {
      breaker.succeeded();
      return attempted;
    }
    const { failure } = attempted;
    if (isAwake(failure)) breaker.succeeded();
    else if (isItsFault(failure)) breaker.failed(ctx.clock.now().getTime(), retryAfterOf(failure));
    const error = failureError(failure, target);
    if (!isWorthAnother(failure) || tried === MOST_ATTEMPTS) throw error;
    const waitMs = backOffMs(tried, retryAfterOf(failure));
    if (waitMs > LONGEST_WAIT_MS) throw error;
    await ctx.clock.wait(waitMs, signal);
  }
}

/** @throws ModelCallError UNAVAILABLE when the provider is not to be asked for longer than anybody waits here */
async function waitForBreaker(
  { db, clock }: Ctx,
  { provider }: Target,
  access: ProviderAccess,
  signal: AbortSignal,
): Promise<void> {
  const breaker = breakerOf(db, provider, access);
  for (let waitedMs = 0; ; ) {
    const waitMs = breaker.waitMs(clock.now().getTime());
    if (waitMs === 0) return;
    if (waitedMs + waitMs > LONGEST_WAIT_MS) {
      const who = describeProvider(provider);
      throw new ModelCallError("UNAVAILABLE", `${who} has trouble at the moment. It is asked again later.`, {
        retryAfterSeconds: Math.ceil(waitMs / 1000),
      });
    }
    await clock.wait(waitMs, signal);
    waitedMs += waitMs;
  }
}

/** It answered, if with nothing of use: it can be reached. */
function isAwake({ kind }: ModelFailure): boolean {
  return kind === "truncated" || kind === "refused" || kind === "empty";
}

function isItsFault(failure: ModelFailure): boolean {
  if (failure.kind === "status") return isPassing(failure.status) && !failure.isOutOfCredit;
  return failure.kind === "broken" || failure.kind === "timeout";
}

/** A second request after a timeout would be a second bill and as long a wait: the fallback is asked, or the run put off. */
function isWorthAnother(failure: ModelFailure): boolean {
  return isItsFault(failure) && failure.kind !== "timeout";
}

function retryAfterOf(failure: ModelFailure): number | null {
  return failure.kind === "status" ? failure.retryAfterMs : null;
}

function tooLong(target: Target): ModelCallError {
  const tokens = longestPrompt(target).toLocaleString("en-GB");
  return new ModelCallError(
    "TOO_LONG",
    `The model ${target.model} costs more for prompts of more than ${tokens} tokens, and this one may be longer. Choose shorter episodes in the project's settings, or another model under Settings, Models.`,
  );
}

function noKey({ provider }: Target): ModelCallError {
  const who = describeProvider(provider);
  return new ModelCallError(
    "NO_KEY",
    `${who} can't be reached: whoever runs Episodic has to set ${provider === "compatible" ? "COMPATIBLE_BASE_URL" : `${provider.toUpperCase()}_API_KEY`}. Or choose another model under Settings, Models.`,
  );
}
