import { sql } from "#platform/database.ts";

/**
 * Keeps a change of the counted zone out until the transaction ends; others may hold it too. Taken before days and windows are locked, as
 * the change itself does, or the two would wait for each other. Values: organization.
 */
export const holdOrganizationSql = sql<{ id: string }>(
  "hold_organization",
  "SELECT id FROM organization WHERE id = $1::uuid FOR KEY SHARE",
);
