import { sql } from "#platform/database.ts";

/** A memory and all that was merged into it, by several steps too. Values: organization, memory. */
export const findMergedSql = sql<{ id: string }>(
  "find_merged_memories",
  `
WITH RECURSIVE merged (id) AS (
  SELECT id FROM agent_memory WHERE organization_id = $1::uuid AND id = $2::uuid
  UNION
  SELECT old.id FROM merged
  JOIN agent_memory new ON new.organization_id = $1::uuid AND new.id = merged.id
  JOIN agent_memory old ON old.organization_id = $1::uuid AND old.superseded_by_id = new.id
  WHERE old.contradicts_id IS DISTINCT FROM new.id AND new.contradicts_id IS DISTINCT FROM old.id
)
SELECT id FROM merged`,
);
