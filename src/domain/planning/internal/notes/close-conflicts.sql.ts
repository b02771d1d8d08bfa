import { sql } from "#platform/database.ts";

/**
 * Closes the open contradictions of notes that ask for nothing any more, in favour of the others. Values: organization, notes, now. Answers with
 * those others that have waited for it.
 */
export const closeConflictsSql = sql<{ id: string }>(
  "close_note_conflicts",
  `
WITH closed AS (
  UPDATE note_conflict c SET decided_at = $3::timestamptz,
    chosen_note_id = CASE WHEN c.first_note_id = ANY ($2::uuid[]) THEN c.second_note_id ELSE c.first_note_id END
  WHERE c.organization_id = $1::uuid AND c.decided_at IS NULL AND (c.first_note_id = ANY ($2) OR c.second_note_id = ANY ($2))
  RETURNING c.chosen_note_id
)
SELECT DISTINCT n.id FROM closed JOIN planning_note n ON n.organization_id = $1 AND n.id = closed.chosen_note_id
WHERE n.attention = 'CONTRADICTION' AND n.status = 'UNDERSTOOD' AND NOT n.id = ANY ($2)
ORDER BY n.id`,
);
