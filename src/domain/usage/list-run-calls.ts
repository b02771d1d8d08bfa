import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { PhaseName } from "#platform/db/generated/enums.ts";

/** More than a run makes; the sums beside them count all. */
const MOST_CALLS = 200;

/** One call of a run to a model: it stands in the ledger, or is under way with its worst case set aside. */
export interface RunCall {
  id: string;
  phase: PhaseName | null;
  provider: string;
  model: string;
  promptVersion: string | null;
  at: Date;
  state: "done" | "under way";
  /** Of a call under way what it may read and write at most. */
  tokensRead: number;
  tokensWritten: number;
  /** Null: there is no price, so that the cost is not known. Of a call under way, what is set aside for it. */
  costNanos: bigint | null;
  /** Nobody came back to settle it, or the provider did not say: counted at its worst case. */
  isEstimated: boolean;
  durationMs: number | null;
}

/** The calls of a run to models, the oldest first; those under way last. The built-in writer calls none. */
export const listRunCalls = query(
  { needs: "run.read", input: z.object({ queueId: z.uuid() }) },
  async ({ tx, organizationId }, { queueId }): Promise<RunCall[]> => {
    const ofRun = { organizationId, queueId };
    const named = { id: true, phase: true, provider: true, model: true, promptVersion: true } as const;
    const ledger = await tx.tokenUsage.findMany({
      // A phase of the built-in writer stands in the ledger too, and is no call.
      where: { ...ofRun, provider: { not: "episodic" } },
      orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
      take: MOST_CALLS,
      select: {
        ...named,
        occurredAt: true,
        uncachedInputTokens: true,
        cacheReadTokens: true,
        cacheWriteTokens: true,
        outputTokens: true,
        costNanos: true,
        settlement: true,
        durationMs: true,
      },
    });
    const open = await tx.usageReservation.findMany({
      where: { ...ofRun, status: "OPEN" },
      orderBy: { createdAt: "asc" },
      take: MOST_CALLS,
      select: {
        ...named,
        createdAt: true,
        worstInputTokens: true,
        worstOutputTokens: true,
        worstCaseNanos: true,
        modelPriceId: true,
      },
    });
    return [
      ...ledger.map(
        ({
          occurredAt,
          uncachedInputTokens,
          cacheReadTokens,
          cacheWriteTokens,
          outputTokens,
          settlement,
          ...call
        }) => ({
          ...call,
          at: occurredAt,
          state: "done" as const,
          tokensRead: Number(uncachedInputTokens + cacheReadTokens + cacheWriteTokens),
          tokensWritten: Number(outputTokens),
          isEstimated: settlement === "ESTIMATED",
        }),
      ),
      ...open.map(
        ({ createdAt, worstInputTokens, worstOutputTokens, worstCaseNanos, modelPriceId, ...call }) => ({
          ...call,
          at: createdAt,
          state: "under way" as const,
          tokensRead: Number(worstInputTokens),
          tokensWritten: Number(worstOutputTokens),
          costNanos: modelPriceId === null ? null : worstCaseNanos,
          isEstimated: false,
          durationMs: null,
        }),
      ),
    ];
  },
);
