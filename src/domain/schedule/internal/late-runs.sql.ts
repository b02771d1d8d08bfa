import { sql } from "#platform/database.ts";

/** The newest late episodes of the cadence. Values: organization, since, milliseconds that count as on time, most rows. */
export const lateRunsSql = sql<{ queueId: string }>(
  "late_runs",
  `
SELECT id AS "queueId" FROM episode_schedule_queue
WHERE organization_id = $1::uuid AND status = 'PUBLISHED' AND trigger = 'CADENCE' AND published_at >= $2::timestamptz
  AND published_at - slot_at > make_interval(secs => $3::int / 1000.0)
ORDER BY published_at DESC, id DESC LIMIT $4::int`,
);
