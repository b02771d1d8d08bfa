import { sql } from "#platform/database.ts";
import { mayBePlanned } from "./candidates.sql.ts";

/**
 * Plans locked notes for a run, those merged into them in the same statement; what may not be planned any more is passed over. Values:
 * organization, notes, today, run, now.
 */
export const planNotesSql = sql<{ id: string }>(
  "plan_notes",
  `
WITH planned AS (
  UPDATE planning_note n SET status = 'PLANNED', planned_for_id = $4::uuid, planned_at = $5::timestamptz, settled_at = NULL, reason = NULL
  WHERE n.organization_id = $1::uuid AND n.id = ANY ($2::uuid[]) AND ${mayBePlanned("$3")}
  RETURNING n.id, n.project_id
),
followed AS (
  UPDATE planning_note m SET status = 'PLANNED', planned_for_id = $4, planned_at = $5, settled_at = NULL, reason = NULL
  FROM planned WHERE m.organization_id = $1 AND m.merged_into_id = planned.id
),
plans AS (
  INSERT INTO note_plan (organization_id, project_id, note_id, queue_id, planned_at)
  SELECT $1, project_id, id, $4, $5 FROM planned
  ON CONFLICT (note_id, queue_id) DO UPDATE
    SET outcome = 'PLANNED', planned_at = $5, judged_at = NULL, reason = NULL, measure = NULL, episode_id = NULL
)
SELECT id FROM planned ORDER BY id`,
);
