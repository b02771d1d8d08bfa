import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { PhaseName, UsageSettlement } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { reopenDaySql } from "./internal/reopen-day.sql.ts";
import { type BucketPrices, priceCall, type TokenBuckets } from "./price-call.ts";
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
  episodeId?: string;
  queueId?: string;
  phase?: PhaseName;
  promptVersion?: string;
  durationMs?: number;
  /** When the call was made: decides its day and its price. Now, unless said otherwise. */
  occurredAt?: Date;
  settlement?: UsageSettlement;
}

/**
 * Enters a call into the ledger, in the transaction that keeps what the call was for, and reopens its day for the roll-up.
 * A call whose key is there already changes nothing.
 *
 * @returns what the call costs, and whether it was entered now
 * @throws AppError NOT_NOW when the model has no price at that instant, INVALID for impossible numbers of tokens
 */
export async function recordUsage(
  ctx: TxCtx,
  call: UsageCall,
): Promise<{ isNew: boolean; costNanos: bigint }> {
  const { tx, organizationId, actor } = ctx;
  const { tokens, purpose, provider, model, settlement = "EXACT" } = call;
  const now = ctx.clock.now();
  const occurredAt = call.occurredAt ?? now;
  const price = await findPrice(ctx, { provider, model, occurredAt });
  const costNanos = priceCall(tokens, price);
  const entered = await tx.tokenUsage.createManyAndReturn({
    data: {
      organizationId,
      callKey: call.callKey,
      projectId: call.projectId ?? null,
      episodeId: call.episodeId ?? null,
      queueId: call.queueId ?? null,
      userId: actor.kind === "user" ? actor.userId : null,
      purpose,
      phase: call.phase ?? null,
      provider,
      model,
      promptVersion: call.promptVersion ?? null,
      modelPriceId: price.id,
      uncachedInputTokens: tokens.uncachedInput,
      cacheReadTokens: tokens.cacheRead,
      cacheWriteTokens: tokens.cacheWrite,
      outputTokens: tokens.output,
      reasoningTokens: tokens.reasoning ?? 0,
      costNanos,
      settlement,
      durationMs: call.durationMs ?? null,
      occurredAt,
      recordedAt: now,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (entered.length === 0) return { isNew: false, costNanos };
  await runSql(tx, reopenDaySql, [organizationId, occurredAt, now]);
  return { isNew: true, costNanos };
}

/** The price that held at the instant: the organization's own goes before the list's, the newest before older ones. */
async function findPrice(
  { tx, organizationId }: TxCtx,
  { provider, model, occurredAt }: { provider: string; model: string; occurredAt: Date },
): Promise<BucketPrices & { id: string }> {
  const price = await tx.modelPrice.findFirst({
    where: {
      provider,
      model,
      validFrom: { lte: occurredAt },
      OR: [{ organizationId }, { organizationId: null }],
    },
    orderBy: [{ organizationId: { sort: "asc", nulls: "last" } }, { validFrom: "desc" }],
    select: {
      id: true,
      uncachedInputNanosPerMillion: true,
      cacheReadNanosPerMillion: true,
      cacheWriteNanosPerMillion: true,
      outputNanosPerMillion: true,
    },
  });
  if (price) return price;
  const day = occurredAt.toISOString().slice(0, 10);
  throw new AppError(
    "NOT_NOW",
    `There is no price for the model ${model} of ${provider} on ${day}, so nothing can be written with it. Enter its price, even if it is zero, and try again.`,
  );
}
