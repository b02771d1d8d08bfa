import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { MODEL_PROVIDERS } from "#platform/model-access.ts";
import { findPrices } from "../find-prices.ts";
import { chooseModel } from "./choose-model.ts";
import type { ModelStep, Target } from "./model-step.ts";

const Provider = z.enum(MODEL_PROVIDERS);

/**
 * The models to ask for a step, the first before its fallback, with the prices that hold now.
 *
 * @throws ModelCallError NO_MODEL when none is chosen for the purpose
 */
export async function findTargets(ctx: TxCtx, step: ModelStep): Promise<Target[]> {
  const models = step.choice ? [step.choice] : await chooseModel(ctx, step);
  const priceOf = await findPrices(ctx, models);
  const occurredAt = ctx.clock.now();
  return models.map(({ provider, model }) => ({
    provider: Provider.parse(provider),
    model,
    price: priceOf({ provider, model, occurredAt }),
  }));
}
