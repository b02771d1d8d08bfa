import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { PhaseName, UsageSettlement } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { findPrices } from "./internal/find-prices.ts";
import { recordUsageSql } from "./internal/record-usage.sql.ts";
import { priceCall, type TokenBuckets } from "./price-call.ts";
import type { Purpose } from "./purposes.ts";

/** One call to a model, or one phase of the built-in writer. */
export interface UsageCall {
  /** Names the call for ever within the organization: made again after a crash, it is the same row. */
  callKey: string;
  purpose: Purpose;
  provider: string;
  model: string;
  tokens: TokenBuckets & { reasoning?: number };
  projectId?: string;
  /** Needs its project beside it. */
  episodeId?: string;
  queueId?: string;
  phase?: PhaseName;
  /** Who asked for it. The actor, when that is a person, unless said otherwise; none is the cadence. */
  userId?: string | null;
  promptVersion?: string;
  durationMs?: number;
  /** When the call was made: decides its day and its price. Now, unless said otherwise. */
  occurredAt?: Date;
  settlement?: UsageSettlement;
}

export interface RecordedCall {
  /** False when the ledger had the call before. */
  isNew: boolean;
  /** Null when the model has no price at that instant: not known, which is not zero. A price that is entered later settles it. */
  costNanos: bigint | null;
}

/**
 * Enters calls into the ledger in one statement, in the transaction that keeps what they were for: one or some thousands, late, in any
 * order, and more than once. A call whose key is there already changes nothing. The days of the others are reopened for the roll-up, and
 * what they cost counts in the windows of the budgets, but no ceiling refuses it: it was spent.
 *
 * @returns what became of each call, in their order
 * @throws AppError INVALID for impossible numbers of tokens, or an episode without its project; nothing is entered then
 */
export async function recordUsage(ctx: TxCtx, calls: readonly UsageCall[]): Promise<RecordedCall[]> {
  if (calls.length === 0) return [];
  const now = ctx.clock.now();
  const priceOf = await findPrices(ctx, calls);
  const rows = calls.map((call) => {
    if (call.episodeId && !call.projectId)
      throw new AppError("INVALID", "A call for an episode belongs to a project. Name both.");
    const occurredAt = call.occurredAt ?? now;
    const price = priceOf({ ...call, occurredAt });
    const cost = priceCall(call.tokens, price ?? NO_PRICE);
    return { call, occurredAt, priceId: price?.id ?? null, costNanos: price ? cost : null };
  });
  const asker = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const data = rows.map(({ call, occurredAt, priceId, costNanos }) => ({
    call_key: call.callKey,
    project_id: call.projectId,
    episode_id: call.episodeId,
    queue_id: call.queueId,
    user_id: call.userId === undefined ? asker : call.userId,
    purpose: call.purpose,
    phase: call.phase,
    provider: call.provider,
    model: call.model,
    prompt_version: call.promptVersion,
    model_price_id: priceId,
    uncached_input: call.tokens.uncachedInput,
    cache_read: call.tokens.cacheRead,
    cache_write: call.tokens.cacheWrite,
    output: call.tokens.output,
    reasoning: call.tokens.reasoning ?? 0,
    cost_nanos: costNanos?.toString(),
    settlement: call.settlement ?? "EXACT",
    duration_ms: call.durationMs,
    occurred_at: occurredAt.toISOString(),
  }));
  const entered = await runSql(ctx.tx, recordUsageSql, [ctx.organizationId, now, JSON.stringify(data)]);
  const unseen = new Set(entered.map(({ callKey }) => callKey));
  // Of a call that stands twice in one delivery, the first is new.
  return rows.map(({ call, costNanos }) => ({ isNew: unseen.delete(call.callKey), costNanos }));
}

/** Also the tokens of a call without a price must be possible ones. */
const NO_PRICE = {
  uncachedInputNanosPerMillion: 0n,
  cacheReadNanosPerMillion: 0n,
  cacheWriteNanosPerMillion: 0n,
  outputNanosPerMillion: 0n,
};
