import { sql } from "#platform/database.ts";

/**
 * All of a project that was learnt from one origin and is not forgotten, what it was merged into included: its words may stand there. Values:
 * organization, project, kind of origin, the id of the note, episode, message or person.
 */
export const cameFromSql = sql<{ id: string }>(
  "memories_came_from",
  `
WITH RECURSIVE came (id) AS (
  SELECT id FROM agent_memory
  WHERE organization_id = $1::uuid AND project_id = $2::uuid AND CASE $3::text
    WHEN 'NOTE' THEN origin_note_id = $4::uuid
    WHEN 'EPISODE' THEN origin_episode_id = $4::uuid
    WHEN 'CHAT' THEN origin_message_id = $4::uuid
    ELSE origin_user_id = $4::uuid
  END
  UNION
  SELECT new.id FROM came
  JOIN agent_memory old ON old.organization_id = $1::uuid AND old.id = came.id
  JOIN agent_memory new ON new.organization_id = $1::uuid AND new.id = old.superseded_by_id
  WHERE old.contradicts_id IS DISTINCT FROM new.id AND new.contradicts_id IS DISTINCT FROM old.id
)
SELECT memory.id FROM came JOIN agent_memory memory ON memory.organization_id = $1::uuid AND memory.id = came.id
WHERE memory.status <> 'FORGOTTEN'
ORDER BY memory.id`,
);
