import type { TxCtx } from "#platform/context.ts";
import { auditHash, FIRST_HASH } from "./audit-hash.ts";

export interface AuditVerdict {
  rows: number;
  /** The first row that does not follow from the one before it; null when the chain is whole. */
  firstBadSequence: bigint | null;
}

const PAGE = 1_000;

/** Walks the organization's chain from its first row and recomputes every hash. */
export async function verifyAudit(ctx: TxCtx): Promise<AuditVerdict> {
  let previousHash: Uint8Array = FIRST_HASH;
  let sequence = 0n;
  for (;;) {
    const page = await ctx.tx.auditLog.findMany({
      where: { organizationId: ctx.organizationId, sequence: { gt: sequence } },
      orderBy: { sequence: "asc" },
      take: PAGE,
    });
    if (page.length === 0) return { rows: Number(sequence), firstBadSequence: null };
    for (const { id, hash, previousHash: claimed, ...row } of page) {
      const content = { ...row, occurredAt: row.occurredAt.toISOString() };
      const isNext = row.sequence === sequence + 1n && equal(claimed, previousHash);
      if (!isNext || !equal(hash, auditHash(previousHash, content))) {
        return { rows: Number(sequence), firstBadSequence: sequence + 1n };
      }
      previousHash = hash;
      sequence = row.sequence;
    }
  }
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
