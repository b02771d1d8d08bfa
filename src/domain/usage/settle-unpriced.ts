import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import { settleUnpricedCalls } from "./internal/prices/settle-unpriced-calls.ts";
import { ModelName, ProviderName } from "./model-name.ts";

/**
 * Settles the calls of a model that had no price by the prices that are there now: each by the one that holds at its instant, the
 * organization's own before the list's. For calls that ended while a price was entered, and for prices that came with a new version.
 */
export const settleUnpriced = command(
  { needs: "price.edit", input: z.object({ provider: ProviderName, model: ModelName }) },
  async (ctx, { provider, model }) => {
    const { tx, organizationId } = ctx;
    // In this order each takes what the ones before it left, which is what it holds for.
    const prices = await tx.modelPrice.findMany({
      where: { provider, model, OR: [{ organizationId }, { organizationId: null }] },
      orderBy: [{ organizationId: { sort: "asc", nulls: "last" } }, { validFrom: "desc" }],
      select: { id: true },
    });
    const settled = { settledCalls: 0, settledNanos: 0n };
    for (const { id } of prices) {
      const { calls, costNanos } = await settleUnpricedCalls(ctx, id);
      settled.settledCalls += calls;
      settled.settledNanos += costNanos;
      if (calls === 0) continue;
      await recordAudit(ctx, {
        action: "price.settle",
        targetType: "model_price",
        targetId: id,
        after: { provider, model, settledCalls: calls },
      });
    }
    return settled;
  },
);
