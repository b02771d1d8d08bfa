import { sql } from "#platform/database.ts";

/** In how many episodes each source of a project was used. Values: project. Runs inside the organization. */
export const countUsesSql = sql<{ sourceId: string; episodes: bigint }>(
  "count_source_uses",
  `
SELECT s.id AS "sourceId", count(DISTINCT b.episode_id) AS episodes
FROM source s
JOIN source_chunk c ON c.organization_id = s.organization_id AND c.source_id = s.id
JOIN block_origin o ON o.organization_id = c.organization_id AND o.source_chunk_id = c.id
JOIN block b ON b.organization_id = o.organization_id AND b.id = o.block_id
WHERE s.project_id = $1::uuid AND s.deleted_at IS NULL
GROUP BY s.id`,
);
