import type { AskedCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { askEmbeddings } from "#platform/models/ask-embeddings.ts";
import { worstInput } from "#platform/models/worst-input.ts";
import { findKeptAnswer } from "./internal/call/find-kept-answer.ts";
import { findTargets } from "./internal/call/find-targets.ts";
import type { Ask, ModelStep } from "./internal/call/model-step.ts";
import { takeStep } from "./internal/call/take-step.ts";
import { packVectors, readVectors, unpackVectors } from "./internal/call/vectors.ts";
import { withDeadline } from "./internal/call/with-deadline.ts";

/** Google takes 100 texts in a request, and others more. */
const TEXTS_A_REQUEST = 96;
const TIMEOUT_MS = 60_000;

/** Texts whose vectors are wanted. */
export interface EmbeddingCall extends ModelStep {
  values: readonly string[];
}

/** The vectors of the texts in their order, and which model made them. */
export interface Embeddings {
  embeddings: number[][];
  provider: string;
  model: string;
}

/**
 * The only door to a model that makes vectors: as `callModel`, with a step of its own for each request, and without a fallback, for vectors of
 * two models can't be compared. They are rounded to single precision.
 *
 * @throws ModelCallError with the `problem` and a message for people
 */
export async function embed(ctx: AskedCtx, call: EmbeddingCall): Promise<Embeddings> {
  if (ctx.tx) throw new Error("A model must not be called while a transaction is open");
  const { values, ...step } = call;
  return withDeadline(step.signal, async (signal) => {
    const parts: Embeddings[] = [];
    for (let start = 0; start < values.length; start += TEXTS_A_REQUEST) {
      const part = { ...step, stepKey: start === 0 ? step.stepKey : `${step.stepKey}+${start}` };
      parts.push(await embedPart(ctx, part, values.slice(start, start + TEXTS_A_REQUEST), signal));
    }
    const [first] = parts;
    if (!first) throw new Error("There is nothing to make vectors of");
    return { ...first, embeddings: parts.flatMap(({ embeddings }) => embeddings) };
  });
}

async function embedPart(
  ctx: AskedCtx,
  step: ModelStep,
  values: readonly string[],
  signal: AbortSignal,
): Promise<Embeddings> {
  const { kept, attempts, target } = await inOrganization(ctx, async (inside) => {
    const [chosen] = await findTargets(inside, step);
    return {
      target: chosen,
      ...(await findKeptAnswer(inside, step, (answer) => readVectors(answer, values.length))),
    };
  });
  if (!target) throw new Error("A step has a model to ask");
  if (kept?.provider === target.provider && kept.model === target.model) {
    return { embeddings: kept.output, provider: kept.provider, model: kept.model };
  }
  const ask: Ask<number[][], number[][]> = {
    worst: { input: worstInput(values), output: 0 },
    send: ({ provider, access, model }, ending) =>
      askEmbeddings({
        provider,
        access,
        model,
        values,
        timeoutMs: TIMEOUT_MS,
        signal: ending,
        now: ctx.clock.now,
      }),
    judge: (vectors) => {
      const packed = packVectors(vectors);
      return { kind: "good", output: unpackVectors(packed), kept: packed };
    },
  };
  const taken = await takeStep(ctx, step, ask, [target], { attempts }, signal);
  if (taken.kind === "bad") throw new Error("Vectors are never judged");
  return { embeddings: taken.output, provider: target.provider, model: target.model };
}
