import type { z } from "zod";
import type { AskedCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { askModel, MODEL_TIMEOUTS, type ModelTimeouts } from "#platform/models/ask-model.ts";
import { portableSchema } from "#platform/models/portable-schema.ts";
import { worstInput } from "#platform/models/worst-input.ts";
import { findKeptAnswer } from "./internal/call/find-kept-answer.ts";
import { findTargets } from "./internal/call/find-targets.ts";
import { judgeText } from "./internal/call/judge-text.ts";
import type { Ask, ModelStep } from "./internal/call/model-step.ts";
import { takeStep } from "./internal/call/take-step.ts";
import { withDeadline } from "./internal/call/with-deadline.ts";
import { ModelCallError } from "./model-call-error.ts";

/** What a model is told. In the ledger it stands as `name@version`. */
export interface Prompt {
  name: string;
  version: string;
  instructions: string;
  text: string;
}

/** A question to a model, whose answer has to satisfy a schema. */
export interface ModelCall<Output> extends ModelStep {
  prompt: Prompt;
  /** What the schema says beyond shapes (lengths, bounds, patterns) providers don't know; it is checked here. */
  schema: z.ZodType<Output>;
  /** Its thoughts included. */
  maxOutputTokens: number;
  /** Asks once more, with what is wrong, when an answer does not satisfy the schema. True unless said otherwise. */
  repair?: boolean;
  /** Other limits than `MODEL_TIMEOUTS`. */
  timeouts?: Partial<ModelTimeouts>;
}

/** What a model answered, and which it was. */
export interface ModelAnswer<Output> {
  output: Output;
  provider: string;
  model: string;
}

/**
 * The only door to a model that writes: sets the worst case aside, asks, settles, and keeps the answer under the step, so that the same step is
 * never paid for twice. An answer that was kept is given again without a call. Waits and tries again where that may help, asks the
 * fallback where the first can't be reached, and asks once more for an answer that can be used. No transaction may be open.
 *
 * @throws ModelCallError with the `problem` and a message for people
 */
export async function callModel<Output>(
  ctx: AskedCtx,
  call: ModelCall<Output>,
): Promise<ModelAnswer<Output>> {
  if (ctx.tx) throw new Error("A model must not be called while a transaction is open");
  const { prompt, schema, maxOutputTokens, repair = true, timeouts, ...step } = call;
  const { kept, attempts, targets } = await inOrganization(ctx, async (inside) => {
    const known = await findKeptAnswer(inside, step, (answer) => {
      const { data, success } = schema.safeParse(answer);
      return success ? { output: data } : null;
    });
    return { ...known, targets: known.kept ? [] : await findTargets(inside, step) };
  });
  if (kept) return kept;
  const wanted = await portableSchema(schema);
  const limits = { ...MODEL_TIMEOUTS, ...timeouts };
  const askFor = (text: string): Ask<string, Output> => ({
    promptVersion: `${prompt.name}@${prompt.version}`,
    worst: {
      input: worstInput([prompt.instructions, text], wanted),
      output: maxOutputTokens,
    },
    send: ({ provider, access, model }, signal) =>
      askModel({
        provider,
        access,
        model,
        instructions: prompt.instructions,
        text,
        schema: wanted,
        maxOutputTokens,
        timeouts: limits,
        signal,
        now: ctx.clock.now,
      }),
    judge: (answer) => judgeText(answer, schema),
  });
  const counter = { attempts };
  return withDeadline(step.signal, async (signal) => {
    const first = await takeStep(ctx, step, askFor(prompt.text), targets, counter, signal);
    const taken =
      first.kind === "bad" && repair
        ? await takeStep(ctx, step, askFor(repairText(prompt.text, first)), [first.target], counter, signal)
        : first;
    const { provider, model } = taken.target;
    if (taken.kind === "good") return { output: taken.output, provider, model };
    throw new ModelCallError(
      "INVALID_ANSWER",
      `The model ${model} did not answer in the form that is needed: ${taken.problem} It is asked again later; should it go on so, choose another model under Settings, Models.`,
    );
  });
}

/** The repair attempt: the same, with what came of it and what is wrong with that. */
function repairText(text: string, { answer, problem }: { answer: string; problem: string }): string {
  return `${text}\n\nYour last answer can't be used. It was:\n\n${answer}\n\nWhat is wrong with it: ${problem}\nAnswer again, whole and without that.`;
}
