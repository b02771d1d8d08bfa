import { z } from "zod";
import { query } from "#domain/people/verb.ts";

/**
 * What each phase of a run has used so far, all its attempts together. Tokens read are all input, whatever it cost. What the calls without
 * a price cost (`unpricedCount`) is not known and in no sum.
 */
export const listRunUsage = query(
  { needs: "run.read", input: z.object({ queueId: z.uuid() }) },
  async ({ tx, organizationId }, { queueId }) => {
    const rows = await tx.tokenUsage.groupBy({
      by: ["phase"],
      where: { organizationId, queueId },
      _sum: {
        uncachedInputTokens: true,
        cacheReadTokens: true,
        cacheWriteTokens: true,
        outputTokens: true,
        costNanos: true,
      },
      _count: { _all: true, costNanos: true },
    });
    return rows.map(({ phase, _sum: sum, _count: count }) => ({
      phase,
      tokensRead: Number(
        (sum.uncachedInputTokens ?? 0n) + (sum.cacheReadTokens ?? 0n) + (sum.cacheWriteTokens ?? 0n),
      ),
      tokensWritten: Number(sum.outputTokens ?? 0n),
      costNanos: sum.costNanos ?? 0n,
      unpricedCount: count._all - count.costNanos,
    }));
  },
);
