import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { CallFilter } from "../call-filter.ts";
import { describePurpose } from "../purposes.ts";
import { type CallRow, listCallsSql } from "./list-calls.sql.ts";

/** Where a page of calls ends and the next begins. */
export interface CallPlace {
  occurredAt: Date;
  id: string;
}

export type UsageCallLine = ReturnType<typeof toCallLine>;

/** Calls that a filter lets through, the newest first, from a place in the ledger on. The dates of the filter must be filled in. */
export async function readCalls(
  { tx, organizationId }: TxCtx,
  filter: CallFilter,
  page: { after: CallPlace | null; size: number },
): Promise<UsageCallLine[]> {
  const rows = await runSql(tx, listCallsSql, callValues(organizationId, filter, page));
  return rows.map(toCallLine);
}

/** The values of `listCallsSql`; without a page, all calls. */
export function callValues(
  organizationId: string,
  filter: CallFilter,
  page?: { after: CallPlace | null; size: number },
): unknown[] {
  const { from, until, projectId, episodeId, queueId, purpose, provider, model, userId, settlement } = filter;
  const asked = [from, until, projectId, episodeId, queueId, purpose, provider, model, userId, settlement];
  return [
    organizationId,
    ...asked.map((value) => value ?? null),
    filter.isUnpriced ?? false,
    page?.after?.occurredAt ?? null,
    page?.after?.id ?? null,
    page?.size ?? null,
    filter.callId ?? null,
  ];
}

/** A call as it is shown and exported. */
export function toCallLine(row: CallRow) {
  const { priceFrom, projectId, episodeId, queueId, userId } = row;
  return {
    id: row.id,
    callKey: row.callKey,
    occurredAt: row.occurredAt,
    /** Later than `occurredAt` for a call that was reported late. */
    recordedAt: row.recordedAt,
    purpose: row.purpose,
    label: describePurpose(row.purpose),
    phase: row.phase,
    provider: row.provider,
    model: row.model,
    promptVersion: row.promptVersion,
    uncachedInputTokens: Number(row.uncachedInputTokens),
    cacheReadTokens: Number(row.cacheReadTokens),
    cacheWriteTokens: Number(row.cacheWriteTokens),
    outputTokens: Number(row.outputTokens),
    reasoningTokens: Number(row.reasoningTokens),
    /** Null while the model has no price: not known, which is not zero. */
    costNanos: row.costNanos,
    settlement: row.settlement,
    durationMs: row.durationMs,
    price: priceFrom && {
      validFrom: priceFrom,
      /** The organization's own, not the maintained list's. */
      isOwn: row.priceIsOwn ?? false,
      uncachedInputNanosPerMillion: row.uncachedInputNanosPerMillion ?? 0n,
      cacheReadNanosPerMillion: row.cacheReadNanosPerMillion ?? 0n,
      cacheWriteNanosPerMillion: row.cacheWriteNanosPerMillion ?? 0n,
      outputNanosPerMillion: row.outputNanosPerMillion ?? 0n,
    },
    project: projectId === null ? null : { id: projectId, title: row.projectTitle },
    episode:
      episodeId === null ? null : { id: episodeId, number: row.episodeNumber, title: row.episodeTitle },
    run: queueId === null ? null : { id: queueId, occurrenceKey: row.occurrenceKey ?? "" },
    person: userId === null ? null : { id: userId, name: row.userName ?? "" },
  };
}
