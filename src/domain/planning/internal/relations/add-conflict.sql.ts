import { sql } from "#platform/database.ts";

/**
 * Enters that a note contradicts others, each pair once; a pair that was closed and contradicts itself again is open again. Values:
 * organization, project, note, the others, now. Answers with the others that it contradicts anew.
 */
export const addConflictSql = sql<{ id: string }>(
  "add_note_conflict",
  `
INSERT INTO note_conflict (organization_id, project_id, first_note_id, second_note_id, found_at)
SELECT $1::uuid, $2::uuid, least($3::uuid, other), greatest($3::uuid, other), $5::timestamptz FROM unnest($4::uuid[]) AS other
ON CONFLICT (first_note_id, second_note_id) DO UPDATE SET found_at = EXCLUDED.found_at, decided_at = NULL, chosen_note_id = NULL, decided_by_id = NULL
  WHERE note_conflict.decided_at IS NOT NULL
RETURNING CASE WHEN first_note_id = $3 THEN second_note_id ELSE first_note_id END AS id`,
);
