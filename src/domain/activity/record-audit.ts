import type { Actor, TxCtx } from "#platform/context.ts";
import { runSql, type Statement } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import type { AuditAction } from "./audit-actions.ts";
import { type AuditContent, auditHash, FIRST_HASH } from "./audit-hash.ts";
import { type AuditHead, isSeal, sealOfHead, sealOfRow } from "./audit-seal.ts";
import { addAuditRowSql, addFirstAuditRowSql } from "./internal/add-audit-row.sql.ts";
import { lastUnsealedRowSql } from "./internal/last-unsealed-row.sql.ts";
import { lockAuditHeadSql } from "./internal/lock-audit-head.sql.ts";
import { redactAudit } from "./redact-audit.ts";

export interface AuditEntry {
  action: AuditAction;
  targetType: string;
  targetId: string;
  /** Only the fields that changed. Secrets and personal text are taken out on the way (`redact-audit.ts`). */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** A head whose seal is not ours was set by somebody else. It is not sealed anew: that would make it good. */
const NO_SEAL = new Uint8Array(32);
const LONGEST_USER_AGENT = 300;

/**
 * Adds a row to the organization's hash chain and moves its head on, in the transaction of the change: if the row can't be written,
 * the change is undone. Two round trips.
 */
export async function recordAudit(ctx: TxCtx, entry: AuditEntry): Promise<void> {
  const { tx, organizationId } = ctx;
  const [head] = await runSql(tx, lockAuditHeadSql, [organizationId]);
  if (head) {
    const isOurs = isSeal(head.seal, sealOfHead(ctx.keys, { organizationId, ...head }));
    await add(ctx, entry, addAuditRowSql, { ...head, isOurs });
    return;
  }
  const [last] = await runSql(tx, lastUnsealedRowSql, [organizationId]);
  const start = last ?? { sequence: 0n, hash: FIRST_HASH };
  const begin = { ...start, sealedFrom: start.sequence + 1n, isOurs: true };
  // Another began the log meanwhile: its head is there now.
  if (!(await add(ctx, entry, addFirstAuditRowSql, begin))) await recordAudit(ctx, entry);
}

async function add(
  ctx: TxCtx,
  entry: AuditEntry,
  statement: Statement<{ sequence: bigint }>,
  last: Omit<AuditHead, "organizationId"> & { isOurs: boolean },
): Promise<boolean> {
  const occurredAt = ctx.clock.now();
  const content: AuditContent = {
    organizationId: ctx.organizationId,
    sequence: last.sequence + 1n,
    ...describeActor(ctx.actor),
    ...redactAudit(entry),
    ...describeOrigin(ctx),
    occurredAt: occurredAt.toISOString(),
  };
  const hash = auditHash(last.hash, content);
  const { organizationId, sequence } = content;
  const head = { organizationId, sequence, hash, sealedFrom: last.sealedFrom };
  const added = await runSql(ctx.tx, statement, [
    organizationId,
    sequence,
    content.actorKind,
    content.actorUserId,
    content.actorName,
    content.action,
    content.targetType,
    content.targetId,
    content.before && JSON.stringify(content.before),
    content.after && JSON.stringify(content.after),
    content.address ?? null,
    content.userAgent ?? null,
    occurredAt,
    last.hash,
    hash,
    sealOfRow(ctx.keys, hash),
    last.isOurs ? sealOfHead(ctx.keys, head) : NO_SEAL,
  ]);
  return added.length === 1;
}

function describeActor(actor: Actor) {
  switch (actor.kind) {
    case "user":
      return { actorKind: "USER", actorUserId: actor.userId, actorName: null } as const;
    case "api-key":
      return { actorKind: "API_KEY", actorUserId: null, actorName: actor.keyId } as const;
    case "system":
      return { actorKind: "SYSTEM", actorUserId: null, actorName: actor.job } as const;
  }
}

function describeOrigin({ from }: TxCtx): { address?: string; userAgent?: string } {
  const address = from?.address;
  const userAgent = from?.userAgent?.slice(0, LONGEST_USER_AGENT);
  return { ...(address ? { address } : {}), ...(userAgent ? { userAgent } : {}) };
}
