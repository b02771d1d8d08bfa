import { sql } from "#platform/database.ts";

/**
 * In how many briefs each of some memories was, itself or what was merged into it: what it superseded counts as its own, but not what lost
 * against it in a contradiction. Values: organization, memories.
 */
export const countMemoryUsesSql = sql<{ memoryId: string; uses: bigint }>(
  "count_memory_uses",
  `
WITH RECURSIVE merged (memory_id, id) AS (
  SELECT id, id FROM agent_memory WHERE organization_id = $1::uuid AND id = ANY ($2::uuid[])
  UNION
  SELECT merged.memory_id, old.id FROM merged
  JOIN agent_memory new ON new.organization_id = $1::uuid AND new.id = merged.id
  JOIN agent_memory old ON old.organization_id = $1::uuid AND old.superseded_by_id = new.id
  WHERE old.contradicts_id IS DISTINCT FROM new.id AND new.contradicts_id IS DISTINCT FROM old.id
)
SELECT merged.memory_id AS "memoryId", count(DISTINCT used.queue_id) AS uses
FROM merged JOIN memory_use used ON used.organization_id = $1::uuid AND used.memory_id = merged.id
GROUP BY merged.memory_id`,
);
