import { sql } from "#platform/database.ts";
import type { NoteAttention } from "#platform/db/generated/client.ts";

export interface NoteInNeed {
  id: string;
  projectId: string;
  projectTitle: string;
  text: string;
  paraphrase: string | null;
  attention: NoteAttention | null;
  createdAt: Date;
  /** How many there are in all. */
  count: bigint;
}

/**
 * Waiting notes that wait for an editor, and those that have waited while three episodes became ready. Values: organization, how many.
 */
export const notesNeedingEditorsSql = sql<NoteInNeed>(
  "notes_needing_editors",
  `
WITH waited AS MATERIALIZED (
  SELECT p.id, p.title, (
    SELECT e.ready_at FROM episode e
    WHERE e.organization_id = $1::uuid AND e.project_id = p.id AND e.status IN ('READY', 'PUBLISHED')
    ORDER BY e.ready_at DESC OFFSET 2 LIMIT 1) AS third_last
  FROM project p WHERE p.organization_id = $1 AND p.deleted_at IS NULL
)
SELECT n.id, n.project_id AS "projectId", waited.title AS "projectTitle", left(n.text, 400) AS text, n.paraphrase, n.attention,
  n.created_at AS "createdAt", count(*) OVER () AS count
FROM planning_note n JOIN waited ON waited.id = n.project_id
WHERE n.organization_id = $1 AND n.status IN ('RECEIVED', 'UNDERSTOOD') AND n.merged_into_id IS NULL
  AND (n.attention IS NOT NULL OR COALESCE(n.planned_at, n.created_at) < waited.third_last)
ORDER BY n.attention IS NULL, n.created_at, n.id
LIMIT $2::int`,
);
