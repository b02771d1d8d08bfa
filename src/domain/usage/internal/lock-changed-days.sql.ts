import { sql } from "#platform/database.ts";

/** Locks the days to recompute, the oldest first. Values: organization, how many at most. */
export const lockChangedDaysSql = sql<{ day: string }>(
  "lock_changed_usage_days",
  `
SELECT day::text FROM usage_day
WHERE organization_id = $1::uuid AND (rolled_up_at IS NULL OR rolled_up_at < changed_at)
ORDER BY usage_day.day LIMIT $2 FOR UPDATE`,
);
