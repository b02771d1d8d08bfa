import { sql } from "#platform/database.ts";

export interface ProjectInNeed {
  projectId: string;
  title: string;
  /** Pairs that nobody has decided. */
  contradictions: number;
  corrections: number;
  schedule: number;
  unclear: number;
  /** Waiting for nothing but an episode, while three became ready. */
  waitedLong: number;
}

/** What waits for an editor in each project, by what it waits for; projects where nothing does are left out. Values: organization. */
export const countNotesNeedingEditorsSql = sql<ProjectInNeed>(
  "count_notes_needing_editors",
  `
WITH waited AS MATERIALIZED (
  SELECT p.id, p.title, (
    SELECT e.ready_at FROM episode e
    WHERE e.organization_id = $1::uuid AND e.project_id = p.id AND e.status IN ('READY', 'PUBLISHED')
    ORDER BY e.ready_at DESC OFFSET 2 LIMIT 1) AS third_last
  FROM project p WHERE p.organization_id = $1 AND p.deleted_at IS NULL
),
conflict AS (
  SELECT c.project_id, count(*) AS pairs FROM note_conflict c
  WHERE c.organization_id = $1 AND c.decided_at IS NULL GROUP BY c.project_id
),
need AS (
  SELECT n.project_id,
    count(*) FILTER (WHERE n.attention = 'CORRECTION') AS corrections,
    count(*) FILTER (WHERE n.attention = 'SCHEDULE') AS schedule,
    count(*) FILTER (WHERE n.attention = 'UNCLEAR') AS unclear,
    count(*) FILTER (WHERE n.attention IS NULL) AS waited_long
  FROM planning_note n JOIN waited ON waited.id = n.project_id
  WHERE n.organization_id = $1 AND n.status IN ('RECEIVED', 'UNDERSTOOD') AND n.merged_into_id IS NULL
    AND (n.attention IS NOT NULL OR COALESCE(n.planned_at, n.created_at) < waited.third_last)
  GROUP BY n.project_id
)
SELECT waited.id AS "projectId", waited.title,
  COALESCE(conflict.pairs, 0)::int AS contradictions,
  COALESCE(need.corrections, 0)::int AS corrections,
  COALESCE(need.schedule, 0)::int AS schedule,
  COALESCE(need.unclear, 0)::int AS unclear,
  COALESCE(need.waited_long, 0)::int AS "waitedLong"
FROM waited LEFT JOIN conflict ON conflict.project_id = waited.id LEFT JOIN need ON need.project_id = waited.id
WHERE conflict.pairs > 0 OR need.corrections + need.schedule + need.unclear + need.waited_long > 0
ORDER BY waited.title, waited.id`,
);
