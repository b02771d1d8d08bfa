import { randomUUID } from "node:crypto";
import { type CallToReserve, reserveUsage } from "#domain/usage/reserve-usage.ts";
import { type Settlement, settleUsage } from "#domain/usage/settle-usage.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";

/** An attempt at a call by the model of `makePrice`, which may cost a thousand nano-dollars at most. */
export function callToReserve(
  modelPriceId: string | null,
  overrides: Partial<CallToReserve> = {},
): CallToReserve {
  const stepKey = overrides.stepKey ?? randomUUID();
  return {
    callKey: `${stepKey}#1`,
    stepKey,
    purpose: "episode.write",
    provider: "test",
    model: "small",
    modelPriceId,
    worstInputTokens: 200,
    worstOutputTokens: 50,
    worstCaseNanos: modelPriceId === null ? 0n : 1_000n,
    ...overrides,
  };
}

/** Reserves such an attempt; it must be let through. */
export async function makeReservation(
  ctx: Ctx,
  modelPriceId: string | null,
  overrides: Partial<CallToReserve> = {},
): Promise<string> {
  const reserved = await reserveUsage(ctx, callToReserve(modelPriceId, overrides));
  if (reserved.kind !== "reserved") throw new Error(`the call was not let through: ${reserved.kind}`);
  return reserved.reservationId;
}

/** Settles a reservation at a cost; the tokens don't matter. */
export function settleAt(
  ctx: Ctx,
  reservationId: string,
  costNanos: bigint | null,
  overrides: Partial<Settlement> = {},
) {
  return settleUsage(ctx, {
    reservationId,
    tokens: { uncachedInput: 100, cacheRead: 20, cacheWrite: 3, output: 40, reasoning: 10 },
    costNanos,
    settlement: "EXACT",
    durationMs: 1200,
    ...overrides,
  });
}

/** Every window of the organization in words, such as `2026-11-20 DAY organization: spent 5, reserved 0`. */
export async function listWindows(ctx: Ctx): Promise<string[]> {
  const windows = await inOrganization(ctx, ({ tx }) =>
    tx.spendingWindow.findMany({ orderBy: [{ startsOn: "asc" }, { window: "asc" }, { scopeId: "asc" }] }),
  );
  return windows
    .map((row) => {
      const scope =
        row.window === "EPISODE"
          ? "episode"
          : row.scopeId === row.organizationId
            ? "organization"
            : "project";
      const date = row.startsOn.toISOString().slice(0, 10);
      return `${date} ${row.window} ${scope}: spent ${row.spentNanos}, reserved ${row.reservedNanos}`;
    })
    .sort();
}
