import { sql } from "#platform/database.ts";

/**
 * Passages of a project's sources in which these words stand, and one of the topic's. Values: organization, project, pattern of the words that
 * are wrong, patterns of the topic, how many.
 */
export const wrongPassagesSql = sql<{ id: string; text: string }>(
  "wrong_passages",
  `
SELECT c.id, c.text
FROM source s JOIN source_chunk c ON c.organization_id = s.organization_id AND c.source_id = s.id
WHERE s.organization_id = $1::uuid AND s.project_id = $2::uuid AND s.deleted_at IS NULL
  AND c.text ILIKE $3 AND c.text ILIKE ANY ($4::text[])
ORDER BY s.created_at, c.source_id, c.ordinal
LIMIT $5::int`,
);
