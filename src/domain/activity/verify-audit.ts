import { inBareOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import type { AnchorsRead, AuditAnchor } from "./audit-anchors.ts";
import type { AuditProblem } from "./audit-chain.ts";
import { walkLog } from "./internal/walk-log.ts";

export interface AuditVerdict {
  /** How many rows were found good, from the first on. */
  rows: bigint;
  /** The first row that is not as it was left; null when all are. */
  problem: AuditProblem | null;
  /** The newest copy of the head outside the database. */
  lastAnchor: { sequence: bigint; at: Date } | null;
  /** False for a log from before there were seals, until its next row is written. */
  isSealed: boolean;
}

interface Options {
  /** What `readAnchors` found; read it before, so that it can't be ahead of the rows. */
  anchors: AnchorsRead | null;
  /** Told now and then how many rows were walked. */
  onProgress?(rows: bigint): void;
}

/**
 * Walks an organization's log from its first row, in one snapshot: recomputes every hash and seal, and holds the end against the head
 * and the anchors. Whoever calls it decides who may.
 */
export async function verifyAudit(
  system: System,
  organizationId: string,
  { anchors: read, onProgress }: Options,
): Promise<AuditVerdict> {
  const anchors = read?.byOrganization.get(organizationId) ?? [];
  const ctx = actingFor(system, organizationId, "audit-verify");
  const log = { organizationId, keys: system.keys, anchors, onProgress };
  const outcome = await inBareOrganization(ctx, (client) => walkLog(client, log), { snapshot: true });
  return { ...outcome, lastAnchor: newest(anchors) };
}

function newest(anchors: readonly AuditAnchor[]): AuditVerdict["lastAnchor"] {
  let last: AuditAnchor | null = null;
  for (const anchor of anchors) if (!last || anchor.sequence >= last.sequence) last = anchor;
  return last && { sequence: last.sequence, at: last.at };
}
