import { sql } from "#platform/database.ts";

/** Keeps everybody out who reserves, settles or enters a call, until the transaction ends. Values: organization. */
export const lockToRecountSql = sql<{ zone: string }>(
  "lock_to_recount",
  "SELECT reporting_zone AS zone FROM organization WHERE id = $1::uuid FOR UPDATE",
);
