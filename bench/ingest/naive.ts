import { priceCall } from "#domain/usage/price-call.ts";
import { inBareOrganization, inOrganization, runSql, sql } from "#platform/database.ts";
import type { IngestCall, IngestScene } from "./ingest-scene.ts";

const enterOneSql = sql<{ id: string }>(
  "enter_one",
  `
INSERT INTO token_usage (organization_id, call_key, project_id, purpose, provider, model, model_price_id, uncached_input_tokens,
  cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, duration_ms, occurred_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (organization_id, call_key) DO NOTHING
RETURNING id`,
);

const addOneSql = sql<never>(
  "add_one",
  `
INSERT INTO token_usage_daily AS t (organization_id, day, project_id, provider, model, purpose, call_count, uncached_input_tokens,
  cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, computed_at)
SELECT organization_id, (occurred_at AT TIME ZONE 'Europe/Berlin')::date, project_id, provider, model, purpose, 1, uncached_input_tokens,
  cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, now()
FROM token_usage WHERE id = $1
ON CONFLICT (organization_id, day, project_id, provider, model, purpose) DO UPDATE SET
  call_count = t.call_count + 1, uncached_input_tokens = t.uncached_input_tokens + EXCLUDED.uncached_input_tokens,
  cache_read_tokens = t.cache_read_tokens + EXCLUDED.cache_read_tokens,
  cache_write_tokens = t.cache_write_tokens + EXCLUDED.cache_write_tokens,
  output_tokens = t.output_tokens + EXCLUDED.output_tokens, reasoning_tokens = t.reasoning_tokens + EXCLUDED.reasoning_tokens,
  cost_nanos = t.cost_nanos + EXCLUDED.cost_nanos, computed_at = EXCLUDED.computed_at`,
);

const PRICES = {
  uncachedInputNanosPerMillion: 3_000_000_000n,
  cacheReadNanosPerMillion: 300_000_000n,
  cacheWriteNanosPerMillion: 3_750_000_000n,
  outputNanosPerMillion: 15_000_000_000n,
};

/**
 * What one writes first: each call as it comes, in a transaction that enters it and adds to the sums of its day, by the means of every other
 * verb. The price is known beforehand, and no window of a budget is counted.
 */
export async function enterNaively(
  { ctx, priceId }: IngestScene,
  calls: readonly IngestCall[],
): Promise<void> {
  for (const call of calls) {
    const { projectId, purpose, provider, model, callKey, durationMs = null, occurredAt, tokens } = call;
    const used = {
      uncachedInputTokens: tokens.uncachedInput,
      cacheReadTokens: tokens.cacheRead,
      cacheWriteTokens: tokens.cacheWrite,
      outputTokens: tokens.output,
      reasoningTokens: tokens.reasoning,
      costNanos: priceCall(tokens, PRICES),
    };
    const added = Object.fromEntries(
      Object.entries(used).map(([column, increment]) => [column, { increment }]),
    );
    const named = { organizationId: ctx.organizationId, projectId, purpose, provider, model };
    const day = new Date(occurredAt.toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" }));
    await inOrganization(ctx, async ({ tx }) => {
      const call = { ...named, ...used, callKey, modelPriceId: priceId, durationMs, occurredAt };
      const { count } = await tx.tokenUsage.createMany({ data: call, skipDuplicates: true });
      if (count === 0) return;
      await tx.tokenUsageDaily.upsert({
        where: { organizationId_day_projectId_provider_model_purpose: { ...named, day } },
        create: { ...named, ...used, day, callCount: 1, computedAt: ctx.clock.now() },
        update: { ...added, callCount: { increment: 1 }, computedAt: ctx.clock.now() },
      });
    });
  }
}

/** The same by two prepared statements written by hand. */
export async function enterByHand(
  { ctx, priceId }: IngestScene,
  calls: readonly IngestCall[],
): Promise<void> {
  for (const { tokens, ...call } of calls) {
    const { uncachedInput, cacheRead, cacheWrite, output, reasoning } = tokens;
    const named = [call.callKey, call.projectId, call.purpose, call.provider, call.model, priceId];
    const used = [uncachedInput, cacheRead, cacheWrite, output, reasoning, priceCall(tokens, PRICES)];
    const values = [ctx.organizationId, ...named, ...used, call.durationMs, call.occurredAt];
    await inBareOrganization(ctx, async (client) => {
      const [entered] = await runSql(client, enterOneSql, values);
      if (entered) await runSql(client, addOneSql, [entered.id]);
    });
  }
}
