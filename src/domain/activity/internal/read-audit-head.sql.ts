import { sql } from "#platform/database.ts";

/** The head of an organization's log, not held. Value: organization. */
export const readAuditHeadSql = sql<{
  organizationId: string;
  sequence: bigint;
  hash: Uint8Array;
  sealedFrom: bigint;
  seal: Uint8Array;
}>(
  "read_audit_head",
  `
SELECT organization_id AS "organizationId", sequence, hash, sealed_from AS "sealedFrom", seal FROM audit_head WHERE organization_id = $1::uuid`,
);
