import { sql } from "#platform/database.ts";

/** Sets the lead time of a project and moves when its next slot is due. Values: project, seconds, runs it was learnt from, now. */
export const setLeadTimeSql = sql<never>(
  "set_lead_time",
  `
UPDATE project_schedule SET
  lead_seconds = $2::int, lead_learnt_from = $3::int, next_due_at = next_slot_at - make_interval(secs => $2::int), updated_at = $4::timestamptz
WHERE project_id = $1::uuid
  AND (lead_seconds, lead_learnt_from, next_due_at) IS DISTINCT FROM ($2::int, $3::int, next_slot_at - make_interval(secs => $2::int))`,
);
