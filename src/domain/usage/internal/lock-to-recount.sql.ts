import { sql } from "#platform/database.ts";

/** Keeps everybody out who reserves, settles or enters a call, until the transaction ends. Values: organization. */
export const lockToRecountSql = sql<{ zone: string | null }>(
  "lock_to_recount",
  "SELECT lock_to_recount($1::uuid) AS zone",
);
