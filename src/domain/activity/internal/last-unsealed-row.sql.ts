import { sql } from "#platform/database.ts";

/** The end of a log that was begun before there were seals, and so has no head. Value: organization. */
export const lastUnsealedRowSql = sql<{ sequence: bigint; hash: Uint8Array }>(
  "last_unsealed_row",
  "SELECT sequence, hash FROM audit_log WHERE organization_id = $1::uuid ORDER BY sequence DESC LIMIT 1",
);
