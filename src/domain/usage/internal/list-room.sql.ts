import { sql } from "#platform/database.ts";
import type { BudgetWindow } from "#platform/db/generated/enums.ts";

/** What is left under a hard ceiling; less than nothing when it was lowered. */
export interface Ceiling {
  window: BudgetWindow;
  projectId: string | null;
  episodeId: string | null;
  leftNanos: bigint;
}

/** What is left under every hard ceiling in its present window, for those over episodes once for each of these. Values: organization, now, and lists of projects and episodes. */
export const listRoomSql = sql<Ceiling>(
  "list_room",
  `
WITH today AS (SELECT ($2::timestamptz AT TIME ZONE counting_zone)::date AS day FROM organization WHERE id = $1::uuid),
episodes AS (SELECT DISTINCT * FROM unnest($3::text[]::uuid[], $4::text[]::uuid[]) AS e (project_id, episode_id))
SELECT b."window", b.project_id AS "projectId", e.episode_id AS "episodeId",
       b.ceiling_nanos - COALESCE(w.spent_nanos, 0) - COALESCE(w.reserved_nanos, 0) AS "leftNanos"
FROM today CROSS JOIN budget b
LEFT JOIN episodes e ON b."window" = 'EPISODE' AND (b.project_id IS NULL OR b.project_id = e.project_id)
LEFT JOIN spending_window w ON w.organization_id = b.organization_id AND w."window" = b."window"
  AND w.scope_id = CASE WHEN b."window" = 'EPISODE' THEN e.episode_id ELSE COALESCE(b.project_id, b.organization_id) END
  AND w.starts_on = CASE b."window" WHEN 'DAY' THEN today.day WHEN 'MONTH' THEN date_trunc('month', today.day::timestamp)::date ELSE DATE '1970-01-01' END
WHERE b.organization_id = $1::uuid AND b.is_hard AND (b."window" <> 'EPISODE' OR e.episode_id IS NOT NULL)`,
);
