import { sql } from "#platform/database.ts";

/**
 * Adds a step for each note, and where it is one that they share for those merged into it too; their authors are told, unless they took it
 * themselves, are no longer members, or may not see the project. Values: organization, notes, reasons (one for each), kind, shared, who took
 * it, run, now.
 */
export const addNoteStepSql = sql<{ noteId: string; projectId: string }>(
  "add_note_step",
  `
WITH taken AS (
  SELECT n.id, n.project_id, n.author_id, t.reason
  FROM unnest($2::uuid[], $3::text[]) AS t (id, reason)
  JOIN planning_note n ON n.organization_id = $1::uuid AND (n.id = t.id OR ($5::boolean AND n.merged_into_id = t.id))
  ORDER BY n.created_at, n.id
),
stepped AS (
  INSERT INTO note_step (organization_id, project_id, note_id, kind, actor_id, queue_id, reason, at)
  SELECT $1, project_id, id, $4::text::note_step_kind, $6::uuid, $7::uuid, reason, $8::timestamptz FROM taken
  RETURNING id, note_id
),
told AS (
  INSERT INTO notification (organization_id, user_id, project_id, note_step_id, created_at)
  SELECT $1, taken.author_id, taken.project_id, stepped.id, $8
  FROM stepped
  JOIN taken ON taken.id = stepped.note_id
  JOIN membership m ON m.organization_id = $1 AND m.user_id = taken.author_id
  WHERE taken.author_id IS DISTINCT FROM $6
    AND (m.project_access = 'ALL' OR EXISTS (
      SELECT FROM project_grant g
      WHERE g.organization_id = $1 AND g.user_id = taken.author_id AND g.project_id = taken.project_id))
)
SELECT id AS "noteId", project_id AS "projectId" FROM taken`,
);
