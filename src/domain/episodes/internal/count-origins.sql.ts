import { sql } from "#platform/database.ts";

/** How many passages and notes stand behind each episode. Values: episodes. Runs inside the organization. */
export const countOriginsSql = sql<{ episodeId: string; passages: bigint; notes: bigint }>(
  "count_origins",
  `
SELECT b.episode_id AS "episodeId",
  count(DISTINCT o.source_chunk_id) AS passages,
  count(DISTINCT o.planning_note_id) AS notes
FROM block b
JOIN block_origin o ON o.organization_id = b.organization_id AND o.block_id = b.id
WHERE b.episode_id = ANY ($1::uuid[])
GROUP BY b.episode_id`,
);
