import { sql } from "#platform/database.ts";

/**
 * The runs whose brief lists these notes and could still be written from again, held as they are until the transaction ends where nobody has
 * them in hand. Values: organization, notes.
 */
export const rewritableRunsSql = sql<{ noteId: string; queueId: string }>(
  "rewritable_runs",
  `
SELECT p.note_id AS "noteId", p.queue_id AS "queueId" FROM note_plan p
JOIN episode_schedule_queue q ON q.organization_id = p.organization_id AND q.id = p.queue_id
WHERE p.organization_id = $1::uuid AND p.note_id = ANY ($2::uuid[]) AND p.outcome IN ('PLANNED', 'NOT_USED') AND q.status <> 'PUBLISHED'`,
);

/** Of these runs, those that wait for their slot or have ended, held as they are. Values: organization, runs. */
export const holdRestingRunsSql = sql<{ id: string }>(
  "hold_resting_runs",
  `
SELECT id FROM episode_schedule_queue
WHERE organization_id = $1::uuid AND id = ANY ($2::uuid[]) AND status IN ('READY', 'FAILED', 'QUARANTINED', 'SKIPPED', 'CANCELLED')
ORDER BY id FOR SHARE SKIP LOCKED`,
);

/** Takes notes out of the briefs of runs. Values: organization, notes, runs, now. */
export const leaveRunsSql = sql<never>(
  "leave_runs",
  `
UPDATE note_plan SET outcome = 'RELEASED', judged_at = COALESCE(judged_at, $4::timestamptz), reason = NULL, measure = NULL
WHERE organization_id = $1::uuid AND note_id = ANY ($2::uuid[]) AND queue_id = ANY ($3::uuid[]) AND outcome IN ('PLANNED', 'NOT_USED')`,
);
