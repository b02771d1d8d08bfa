import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { guarded } from "#domain/people/verb.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization, runSql } from "#platform/database.ts";
import type { ModelProvider } from "#platform/model-access.ts";
import { consume } from "#platform/rate-limit.ts";
import { callModel } from "./call-model.ts";
import { embed } from "./embed.ts";
import { newTrialSql } from "./internal/choices/new-trial.sql.ts";
import { type SpentOnTrial, spentOnTrialSql } from "./internal/choices/spent-on-trial.sql.ts";
import { isModelCallError, ModelCallError } from "./model-call-error.ts";
import { AskableProvider } from "./model-choice-to-set.ts";
import { ModelName } from "./model-name.ts";

/** Room for a sentence, and for what a model thinks before it. */
const MOST_TOKENS = 2_000;
const PROMPT = {
  name: "model.try",
  version: "1",
  instructions: "You are asked whether you can be reached. Answer in plain English.",
  text: "Write one friendly sentence of at most fifteen words that says that you are ready to write.",
};
const Answer = z.object({ sentence: z.string().trim().min(1).max(600) });

/** What came of trying a model. */
export interface Trial extends SpentOnTrial {
  provider: ModelProvider;
  model: string;
  /** The sentence that it wrote, or the length of the vector that it made. */
  answer: { sentence: string } | { dimensions: number };
}

/**
 * Asks a model one small thing through the door that every call goes through: it is reserved, priced and in the ledger. Whatever model is
 * chosen for the organization's episodes is not asked, nor any fallback.
 *
 * @throws ModelCallError that says in plain words what is in the way; AppError LIMIT_REACHED when too much was tried
 */
export const tryModel = guarded(
  {
    needs: "model.edit",
    input: z.object({ provider: AskableProvider, model: ModelName, does: z.enum(["write", "embed"]) }),
  },
  async (ctx, { provider, model, does }): Promise<Trial> => {
    await consume(ctx, "tryModel", ctx.organizationId);
    const stepKey = await newStep(ctx);
    const user = ctx.actor.kind === "user" ? { userId: ctx.actor.userId } : {};
    const call = { stepKey, purpose: "model.try", choice: { provider, model }, ...user } as const;
    try {
      const answer = does === "write" ? await write(ctx, call) : await makeVector(ctx, call);
      await tell(ctx, { provider, model, problem: null });
      return { provider, model, answer, ...(await spentOn(ctx, stepKey)) };
    } catch (error) {
      if (!isModelCallError(error)) throw error;
      await tell(ctx, { provider, model, problem: error.problem });
      throw new ModelCallError(error.problem, wordsOf(error), { cause: error });
    }
  },
);

interface TrialCall {
  stepKey: string;
  purpose: "model.try";
  choice: { provider: ModelProvider; model: string };
  userId?: string;
}

async function write(ctx: Ctx, call: TrialCall) {
  const { output } = await callModel(ctx, {
    ...call,
    prompt: PROMPT,
    schema: Answer,
    maxOutputTokens: MOST_TOKENS,
    repair: false,
  });
  return output;
}

async function makeVector(ctx: Ctx, call: TrialCall) {
  const { embeddings } = await embed(ctx, { ...call, values: [PROMPT.text] });
  return { dimensions: embeddings[0]?.length ?? 0 };
}

async function newStep(ctx: Ctx): Promise<string> {
  const [trial] = await runSql(ctx.db.pool, newTrialSql, []);
  return `try:${trial?.id}`;
}

async function spentOn(ctx: Ctx, stepKey: string): Promise<SpentOnTrial> {
  const rows = await inOrganization(ctx, ({ tx, organizationId }) =>
    runSql(tx, spentOnTrialSql, [organizationId, stepKey]),
  );
  return rows[0] ?? { durationMs: 0n, tokensRead: 0n, tokensWritten: 0n, costNanos: null };
}

/** A run is put off and asks again; who tries a model has to do it themselves. */
function wordsOf({ message, problem }: ModelCallError): string {
  if (problem !== "UNAVAILABLE" && problem !== "TIMEOUT") return message;
  const what = message.replace(" It is asked again later.", "");
  return `${what} Try again in a minute. If it stays so, have its address checked where Episodic is configured.`;
}

async function tell(
  ctx: Ctx,
  tried: { provider: ModelProvider; model: string; problem: string | null },
): Promise<void> {
  await inOrganization(ctx, async (inside) => {
    await recordAudit(inside, {
      action: "model.try",
      targetType: "model",
      targetId: `${tried.provider}/${tried.model}`,
      after: tried,
    });
    await recordEvent(inside, { type: "model_tried", data: tried });
  });
}
