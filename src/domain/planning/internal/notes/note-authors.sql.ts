import { sql } from "#platform/database.ts";

interface NoteAuthorRow {
  id: string;
  name: string;
  deletedAt: Date | null;
}

/**
 * The members who have sent a note in a project, by name: one look into an index for each member, however many notes there are. Values:
 * organization, project.
 */
export const noteAuthorsSql = sql<NoteAuthorRow>(
  "note_authors",
  `
SELECT person.id, person.name, person.deleted_at AS "deletedAt"
FROM membership m
JOIN "user" person ON person.id = m.user_id
CROSS JOIN LATERAL (
  SELECT FROM planning_note n
  WHERE n.organization_id = m.organization_id AND n.author_id = m.user_id AND n.project_id = $2::uuid
  LIMIT 1
) AS sent
WHERE m.organization_id = $1::uuid
ORDER BY person.name, person.id`,
);
