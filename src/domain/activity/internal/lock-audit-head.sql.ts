import { sql } from "#platform/database.ts";

/**
 * The head of an organization's log, held until the transaction ends: writers of one organization wait for each other here, so that
 * the chain has no forks. Value: organization.
 */
export const lockAuditHeadSql = sql<{
  sequence: bigint;
  hash: Uint8Array;
  sealedFrom: bigint;
  seal: Uint8Array;
}>(
  "lock_audit_head",
  `
SELECT sequence, hash, sealed_from AS "sealedFrom", seal FROM audit_head WHERE organization_id = $1::uuid FOR UPDATE`,
);
