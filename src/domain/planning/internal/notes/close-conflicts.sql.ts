import { sql } from "#platform/database.ts";

/**
 * Closes the open contradictions of notes that ask for nothing any more: the other one stands, and waits for no editor unless it is in another
 * contradiction. Values: organization, notes, now. Answers with those that are free.
 */
export const closeConflictsSql = sql<{ id: string }>(
  "close_note_conflicts",
  `
WITH closed AS (
  UPDATE note_conflict c SET decided_at = $3::timestamptz,
    chosen_note_id = CASE WHEN c.first_note_id = ANY ($2::uuid[]) THEN c.second_note_id ELSE c.first_note_id END
  WHERE c.organization_id = $1::uuid AND c.decided_at IS NULL AND (c.first_note_id = ANY ($2) OR c.second_note_id = ANY ($2))
  RETURNING c.id, c.chosen_note_id
)
UPDATE planning_note n SET attention = NULL
FROM (SELECT DISTINCT chosen_note_id FROM closed) AS freed
WHERE n.id = freed.chosen_note_id AND n.organization_id = $1 AND n.attention = 'CONTRADICTION' AND NOT n.id = ANY ($2)
  AND NOT EXISTS (
    SELECT FROM note_conflict o
    WHERE o.organization_id = $1 AND o.decided_at IS NULL AND (o.first_note_id = n.id OR o.second_note_id = n.id)
      AND o.id NOT IN (SELECT id FROM closed))
RETURNING n.id`,
);
