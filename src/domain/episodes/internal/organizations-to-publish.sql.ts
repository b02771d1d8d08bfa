import { sql } from "#platform/database.ts";

/** Organizations with an episode whose slot has come, those first that have waited longest. Values: now. Scans across tenants, so it sees the queue alone. */
export const organizationsToPublishSql = sql<{ organizationId: string }>(
  "organizations_to_publish",
  `
SELECT organization_id AS "organizationId" FROM episode_schedule_queue
WHERE status = 'READY' AND slot_at <= $1
GROUP BY organization_id ORDER BY min(slot_at), organization_id`,
);
