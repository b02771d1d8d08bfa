import { sql } from "#platform/database.ts";
import type { QueueStatus } from "../states.ts";

/** One schedule as it is to become, and as it must still be (`expected…`) for the decision to hold. */
export interface ScheduleMove {
  projectId: string;
  expectedKey: string | null;
  expectedVersion: number;
  lastKey: string | null;
  nextKey: string | null;
  nextSlotAt: Date | null;
}

export interface RowToEnqueue {
  projectId: string;
  occurrenceKey: string;
  slotAt: Date;
  availableAt: Date;
  status: QueueStatus;
  reason: string | null;
}

/**
 * Moves schedules on and puts what fell due into the queue, in one statement. Values: `ScheduleMove[]` and `RowToEnqueue[]` as JSON,
 * version of the time-zone data, now.
 *
 * Of two tickers, one moves the schedule and the other finds it moved; and whatever a clock does, an occurrence that has a row
 * gets no second one. When the next slot is due follows from the lead time as the row has it now, which may just have been learnt anew.
 */
export const enqueueOccurrencesSql = sql<{ projectId: string; status: QueueStatus }>(
  "enqueue_occurrences",
  `
WITH move AS (
  SELECT m.* FROM jsonb_to_recordset($1::jsonb) AS m(
    "projectId" uuid, "expectedKey" text, "expectedVersion" int, "lastKey" text, "nextKey" text,
    "nextSlotAt" timestamptz)
),
unmoved AS (
  SELECT s.project_id FROM project_schedule s JOIN move m ON m."projectId" = s.project_id
  WHERE s.next_occurrence_key IS NOT DISTINCT FROM m."expectedKey" AND s.cadence_version = m."expectedVersion"
  ORDER BY s.project_id
  FOR NO KEY UPDATE OF s
),
moved AS (
  UPDATE project_schedule s SET
    last_occurrence_key = COALESCE(m."lastKey", s.last_occurrence_key),
    next_occurrence_key = m."nextKey", next_slot_at = m."nextSlotAt",
    next_due_at = m."nextSlotAt" - make_interval(secs => s.lead_seconds),
    zone_data_version = $3::text, last_checked_at = $4::timestamptz, updated_at = $4
  FROM unmoved JOIN move m ON m."projectId" = unmoved.project_id
  WHERE s.project_id = unmoved.project_id
  RETURNING s.project_id, s.organization_id
)
INSERT INTO episode_schedule_queue
  (organization_id, project_id, occurrence_key, slot_at, available_at, status, reason, finished_at, created_at, updated_at)
SELECT moved.organization_id, r."projectId", r."occurrenceKey", r."slotAt", r."availableAt", r.status::queue_status, r.reason,
       CASE WHEN r.status = 'SKIPPED' THEN $4 END, $4, $4
FROM jsonb_to_recordset($2::jsonb) AS r(
    "projectId" uuid, "occurrenceKey" text, "slotAt" timestamptz, "availableAt" timestamptz, status text, reason text)
JOIN moved ON moved.project_id = r."projectId"
ON CONFLICT (project_id, occurrence_key) DO NOTHING
RETURNING project_id AS "projectId", status`,
);
