import { sql } from "#platform/database.ts";

/** Merges a note, with those that were merged into it, into another. Values: organization, note, its lead. */
export const mergeIntoSql = sql<never>(
  "merge_note_into",
  `
UPDATE planning_note SET merged_into_id = $3::uuid, attention = NULL
WHERE organization_id = $1::uuid AND (id = $2::uuid OR merged_into_id = $2) AND id <> $3`,
);
