import type { Actor, TxCtx } from "#platform/context.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import type { AuditAction } from "./audit-actions.ts";
import { type AuditContent, auditHash, FIRST_HASH } from "./audit-hash.ts";

export interface AuditEntry {
  action: AuditAction;
  targetType: string;
  targetId: string;
  /** Only the fields that changed; no secrets and no personal text. */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/**
 * Adds a row to the organization's hash chain, in the transaction of the change: if the row can't be written, the change is undone.
 * Writers of one organization wait for each other, so that the chain has no forks.
 */
export async function recordAudit(ctx: TxCtx, entry: AuditEntry): Promise<void> {
  const { tx, organizationId } = ctx;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('audit_log'), hashtext(${organizationId}))`;
  const last = await tx.auditLog.findFirst({
    where: { organizationId },
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  const previousHash = new Uint8Array(last?.hash ?? FIRST_HASH);
  const occurredAt = ctx.clock.now();
  const content = {
    organizationId,
    sequence: (last?.sequence ?? 0n) + 1n,
    ...describeActor(ctx.actor),
    action: entry.action,
    targetType: entry.targetType,
    targetId: entry.targetId,
    before: entry.before ?? null,
    after: entry.after ?? null,
    occurredAt: occurredAt.toISOString(),
  } satisfies AuditContent;
  await tx.auditLog.create({
    data: {
      ...content,
      before: entry.before ?? Prisma.DbNull,
      after: entry.after ?? Prisma.DbNull,
      occurredAt,
      previousHash,
      hash: auditHash(previousHash, content),
    },
  });
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
