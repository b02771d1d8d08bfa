import type { TxCtx } from "#platform/context.ts";
import type { BucketPrices } from "../price-call.ts";

export interface FoundPrice extends BucketPrices {
  id: string;
}

interface PricedModel {
  provider: string;
  model: string;
}

/**
 * Finds the prices of models, all in one query. The answer gives the one that holds at an instant, or null: the organization's own goes
 * before the list's, the newest before older ones.
 */
export async function findPrices(
  { tx, organizationId }: TxCtx,
  models: readonly PricedModel[],
): Promise<(call: PricedModel & { occurredAt: Date }) => FoundPrice | null> {
  const wanted = new Map(
    models.map(({ provider, model }) => [keyOf({ provider, model }), { provider, model }]),
  );
  const prices = await tx.modelPrice.findMany({
    where: { AND: [{ OR: [...wanted.values()] }, { OR: [{ organizationId }, { organizationId: null }] }] },
    orderBy: [{ organizationId: { sort: "asc", nulls: "last" } }, { validFrom: "desc" }],
    select: {
      id: true,
      provider: true,
      model: true,
      validFrom: true,
      uncachedInputNanosPerMillion: true,
      cacheReadNanosPerMillion: true,
      cacheWriteNanosPerMillion: true,
      outputNanosPerMillion: true,
    },
  });
  const byModel = Map.groupBy(prices, keyOf);
  return (call) => byModel.get(keyOf(call))?.find(({ validFrom }) => validFrom <= call.occurredAt) ?? null;
}

function keyOf({ provider, model }: PricedModel): string {
  return `${provider}\n${model}`;
}
