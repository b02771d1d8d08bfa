import { sql } from "#platform/database.ts";

/**
 * The vectors of all that a project remembers or is proposed to, in one piece: thousands of rows would take longer on the way than the
 * comparing. Values: organization, project, model of the vectors.
 */
export const memoryVectorsSql = sql<{ ids: string | null; vectors: Uint8Array | null }>(
  "memory_vectors",
  `
SELECT string_agg(id::text, ',' ORDER BY id) AS ids, string_agg(vector, ''::bytea ORDER BY id) AS vectors FROM agent_memory
WHERE organization_id = $1::uuid AND project_id = $2::uuid AND status IN ('PROPOSED', 'ACTIVE') AND vector_model = $3::text`,
);

/** Memories that hold some of the words, the most first. Values: organization, project, patterns of the words. */
export const memoriesByWordsSql = sql<{ id: string; found: bigint }>(
  "memories_by_words",
  `
SELECT id, (SELECT count(*) FROM unnest($3::text[]) pattern WHERE text ILIKE pattern) AS found FROM agent_memory
WHERE organization_id = $1::uuid AND project_id = $2::uuid AND status IN ('PROPOSED', 'ACTIVE') AND text ILIKE ANY ($3::text[])
ORDER BY found DESC, id DESC
LIMIT 200`,
);
