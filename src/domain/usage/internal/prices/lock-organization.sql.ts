import { sql } from "#platform/database.ts";

/** Keeps a recount of the windows away until the transaction ends, as every call that counts in them does. Value: organization. */
export const lockOrganizationSql = sql<never>(
  "lock_organization_for_counting",
  `SELECT FROM organization WHERE id = $1::uuid FOR KEY SHARE`,
);
