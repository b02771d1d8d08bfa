import type pg from "pg";
import { runSql } from "#platform/database.ts";
import type { Keys } from "#platform/keys.ts";
import { type AuditProblem, type AuditWitnesses, walkAudit } from "../audit-chain.ts";
import { readAuditHeadSql } from "./read-audit-head.sql.ts";
import { auditRows } from "./read-audit-rows.ts";

interface Log {
  organizationId: string;
  keys: Keys;
  anchors: AuditWitnesses["anchors"];
  onProgress?: ((rows: bigint) => void) | undefined;
}

/** Walks a log on a connection that entered its organization, in a transaction that shows one snapshot. */
export async function walkLog(
  client: pg.ClientBase,
  { organizationId, keys, anchors, onProgress }: Log,
): Promise<{ rows: bigint; problem: AuditProblem | null; isSealed: boolean }> {
  const [head = null] = await runSql(client, readAuditHeadSql, [organizationId]);
  const walk = walkAudit(organizationId, keys, { head, anchors });
  for await (const page of auditRows(client)) {
    for (const row of page) {
      const problem = walk.step(row);
      if (problem) return { rows: walk.rows, problem, isSealed: head !== null };
    }
    onProgress?.(walk.rows);
  }
  return { problem: walk.end(), rows: walk.rows, isSealed: head !== null };
}
