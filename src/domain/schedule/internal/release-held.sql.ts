import { sql } from "#platform/database.ts";

/** Lets held runs go on, in their place; what each was held for is kept until its attempt ends. Values: organization, rows, now. */
export const releaseHeldSql = sql<{ queueId: string }>(
  "release_held",
  `
UPDATE episode_schedule_queue SET
  status = 'PENDING', reason = NULL, held_at = NULL, hold_kind = NULL, available_at = LEAST(available_at, $3::timestamptz), updated_at = $3
WHERE organization_id = $1::uuid AND id = ANY ($2::text[]::uuid[]) AND status = 'HELD' AND hold_kind IS NOT NULL
RETURNING id AS "queueId"`,
);
