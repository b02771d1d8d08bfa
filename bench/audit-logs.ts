import type pg from "pg";
import { auditHash, FIRST_HASH } from "#domain/activity/audit-hash.ts";
import type { AuditHead } from "#domain/activity/audit-seal.ts";
import { recordAudit } from "#domain/activity/record-audit.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";

/** The log of one organization, as it was written in order. */
export interface SceneLog {
  organizationId: string;
  rows: number;
  /** From this row on, each is sealed. */
  sealedFrom: number;
  /** The head after each sealed row. */
  heads: (AuditHead & { seal: Uint8Array })[];
}

/** Makes the logs of three organizations, the second of which was begun before there were seals. */
export async function makeLogs(database: TestDatabase, admin: pg.Client): Promise<SceneLog[]> {
  const logs: SceneLog[] = [];
  for (const [sealed, unsealed] of [
    [40, 0],
    [18, 9],
    [25, 0],
  ] as const) {
    const { ctx, organizationId } = await makeOrganization(database.app);
    await writeUnsealed(admin, organizationId, unsealed);
    const log: SceneLog = { organizationId, rows: sealed + unsealed, sealedFrom: unsealed + 1, heads: [] };
    for (let row = 0; row < sealed; row += 1) {
      await record(ctx, row);
      const find = { where: { organizationId } };
      log.heads.push(await inOrganization(ctx, ({ tx }) => tx.auditHead.findUniqueOrThrow(find)));
    }
    logs.push(log);
  }
  return logs;
}

async function record(ctx: Ctx, row: number): Promise<void> {
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64)";
  const from = { address: `203.0.113.${row}`, userAgent };
  const who = row % 3 === 2 ? actingFor(ctx, ctx.organizationId, "tick") : { ...ctx, from };
  await inOrganization(who, (inside) =>
    recordAudit(inside, {
      action: row % 2 === 0 ? "project.change" : "cadence.change",
      targetType: "project",
      targetId: `project ${row}`,
      before: { minutes: row, title: "Old", days: [1, 2, 3] },
      after: { minutes: row + 1, title: "Neu ü", days: [1, 2], deep: { on: true, none: null } },
    }),
  );
}

/** As they were written before there were seals. */
async function writeUnsealed(admin: pg.Client, organizationId: string, rows: number): Promise<void> {
  let previousHash: Uint8Array = FIRST_HASH;
  for (let sequence = 1n; sequence <= rows; sequence += 1n) {
    const after = { minutes: Number(sequence) };
    const occurredAt = "2026-11-20T08:00:00.000Z";
    const named = { actorKind: "SYSTEM", actorUserId: null, actorName: "tick", action: "project.change" };
    const what = { targetType: "project", targetId: "p", before: null, after };
    const hash = auditHash(previousHash, { organizationId, sequence, ...named, ...what, occurredAt });
    await admin.query(
      `insert into audit_log (organization_id, sequence, actor_kind, actor_name, action, target_type, target_id, after, occurred_at, previous_hash, hash)
       values ($1, $2, 'SYSTEM', 'tick', 'project.change', 'project', 'p', $3, $4, $5, $6)`,
      [organizationId, sequence, after, occurredAt, previousHash, hash],
    );
    previousHash = hash;
  }
}
