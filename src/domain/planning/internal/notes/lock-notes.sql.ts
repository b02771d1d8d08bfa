import { sql } from "#platform/database.ts";

/**
 * Locks notes and those merged into them until the transaction ends, always in the order of their ids, so that two who want the same
 * notes wait for each other and never for ever. Values: organization, notes.
 */
export const lockNotesSql = sql<{ id: string }>(
  "lock_notes",
  `
SELECT id FROM planning_note
WHERE organization_id = $1::uuid AND (id = ANY ($2::uuid[]) OR merged_into_id = ANY ($2))
ORDER BY id FOR NO KEY UPDATE`,
);
