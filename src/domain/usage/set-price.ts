import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { lastPricedCallSql } from "./internal/prices/last-priced-call.sql.ts";
import { settleUnpricedCalls } from "./internal/prices/settle-unpriced-calls.ts";
import { startOfPriceSql } from "./internal/prices/start-of-price.sql.ts";
import { PriceToSet } from "./price-to-set.ts";
import { writeDollars } from "./write-dollars.ts";

const YEAR_MS = 366 * 86_400_000;

/**
 * Enters what a model costs the organization from an instant on; it goes before the maintained list. Rows are added, never changed: a
 * price begins after the last call that another one has priced, so that the price of a date explains what was paid then. Calls since its
 * begin that had no price are settled by it.
 *
 * @returns the price, how many calls it settled, and what they cost
 * @throws AppError INVALID with `fields` for what was typed, or for a begin before what is paid already or more than a year ahead;
 *   CONFLICT when a price begins there already
 */
export const setPrice = command({ needs: "price.edit", input: PriceToSet }, async (ctx, price) => {
  const { tx, organizationId, clock } = ctx;
  const { provider, model, buckets } = price;
  const validFrom = await beginOf(ctx, price);
  const [added] = await tx.modelPrice.createManyAndReturn({
    data: { organizationId, provider, model, validFrom, ...buckets, createdAt: clock.now() },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!added) {
    throw new AppError(
      "CONFLICT",
      "A price of this model begins there already, and prices are never changed. Let the new one begin now, or on another date.",
      { fields: { validFrom: "A price of this model begins there already." } },
    );
  }
  const settled = await settleUnpricedCalls(ctx, added.id);
  await recordAudit(ctx, {
    action: "price.set",
    targetType: "model_price",
    targetId: added.id,
    after: {
      ...{ provider, model, validFrom: validFrom.toISOString() },
      dollarsPerMillion: {
        input: writeDollars(buckets.uncachedInputNanosPerMillion),
        cacheRead: writeDollars(buckets.cacheReadNanosPerMillion),
        cacheWrite: writeDollars(buckets.cacheWriteNanosPerMillion),
        output: writeDollars(buckets.outputNanosPerMillion),
      },
      settledCalls: settled.calls,
    },
  });
  await recordEvent(ctx, { type: "price_set", data: { provider, model, pricedCalls: settled.calls } });
  return { priceId: added.id, validFrom, settledCalls: settled.calls, settledNanos: settled.costNanos };
});

async function beginOf({ tx, organizationId, clock }: TxCtx, price: PriceToSet): Promise<Date> {
  const now = clock.now();
  if (price.validFrom === "now") return now;
  const [start] = await runSql(tx, startOfPriceSql, [organizationId, price.validFrom]);
  if (!start) throw new AppError("NOT_FOUND", "There is no such organization.");
  const refuse = (message: string) => new AppError("INVALID", message, { fields: { validFrom: message } });
  if (start.at.getTime() > now.getTime() + YEAR_MS) {
    throw refuse("A price can begin a year from now at the latest. Is the year right?");
  }
  const [last] = await runSql(tx, lastPricedCallSql, [organizationId, price.provider, price.model, start.at]);
  if (last?.at) {
    throw refuse(
      "Calls of this model were paid since then by another price, and what was paid stays as it is. Let the price begin now, or on a later date.",
    );
  }
  return start.at;
}
