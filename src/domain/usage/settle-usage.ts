import type { AskedCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { UsageSettlement } from "#platform/db/generated/enums.ts";
import { AppError } from "#platform/errors.ts";
import { callerOf } from "./internal/caller-of.ts";
import { settleUsageSql } from "./internal/settle-usage.sql.ts";
import { type JsonValue, storableJson } from "./internal/storable-json.ts";
import type { TokenBuckets } from "./price-call.ts";

/** What a call that was reserved has used. */
export interface Settlement {
  reservationId: string;
  tokens: TokenBuckets & { reasoning: number };
  /** May lie above the worst case: what was paid is entered. Null exactly when the model has no price. */
  costNanos: bigint | null;
  /** `ESTIMATED` when the provider did not say what was used, and the worst case stands for it. */
  settlement: UsageSettlement;
  durationMs: number;
  /** Kept under the step's key, so that it is never paid for again. */
  answer?: JsonValue;
}

/**
 * Ends a reservation: the call goes into the ledger under the instant at which it was reserved, its day is opened for the roll-up, its windows count
 * what it cost instead of what was set aside, and the answer is kept. All or nothing, in a transaction of its own; a second time changes nothing.
 *
 * @returns `swept` when it had been settled at the worst case meanwhile: that stays, and the answer is kept all the same
 * @throws AppError NOT_FOUND when the organization has no such reservation, CONFLICT when it was released
 */
export async function settleUsage(ctx: AskedCtx, settled: Settlement): Promise<"settled" | "swept"> {
  const { tokens } = settled;
  const [row] = await runSql(ctx.db.pool, settleUsageSql, [
    ...callerOf(ctx),
    settled.reservationId,
    ctx.clock.now(),
    tokens.uncachedInput,
    tokens.cacheRead,
    tokens.cacheWrite,
    tokens.output,
    tokens.reasoning,
    settled.costNanos,
    settled.settlement,
    settled.durationMs,
    settled.answer === undefined ? null : storableJson(settled.answer),
  ]);
  if (row?.status === "SETTLED") return "settled";
  if (row?.status === "SWEPT") return "swept";
  if (row?.status === "RELEASED") {
    throw new AppError("CONFLICT", "The call was given back as one that cost nothing. It can't be settled.");
  }
  throw new AppError("NOT_FOUND", "There is no such reservation.");
}
