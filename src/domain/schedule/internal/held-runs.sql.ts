import { sql } from "#platform/database.ts";
import type { HoldKind } from "#platform/db/generated/enums.ts";

export interface HeldRun {
  queueId: string;
  projectId: string;
  episodeId: string | null;
  kind: HoldKind;
  nanos: bigint | null;
  heldAt: Date;
}

/** The first run of each project that waits for room or a price, in the order of their slots. Values: organization. */
export const heldRunsSql = sql<HeldRun>(
  "held_runs",
  `
SELECT * FROM (
  SELECT DISTINCT ON (q.project_id) q.id AS "queueId", q.project_id AS "projectId", e.id AS "episodeId", q.hold_kind AS kind,
    q.held_for_nanos AS nanos, q.held_at AS "heldAt", q.slot_at
  FROM episode_schedule_queue q LEFT JOIN episode e ON e.organization_id = q.organization_id AND e.queue_id = q.id
  WHERE q.organization_id = $1::uuid AND q.status = 'HELD' AND q.hold_kind IS NOT NULL
  ORDER BY q.project_id, q.slot_at, q.id
) first
ORDER BY slot_at, "queueId"`,
);
