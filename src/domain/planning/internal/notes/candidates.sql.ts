import { sql } from "#platform/database.ts";

/** A note that may be planned: understood, looked at, not merged into another, and it applies on the local date that `today` names. */
export const mayBePlanned = (today: string) => `
  n.merged_into_id IS NULL AND n.attention IS NULL AND n.stopped_at IS NULL
  AND (n.scope <> 'UNTIL_DATE' OR n.until_date >= ${today}::date)
  AND (n.status = 'UNDERSTOOD'
    OR (n.scope <> 'NEXT_EPISODE' AND n.status IN ('PLANNED', 'USED', 'PARTLY_USED') AND n.settled_by_id IS NULL))`;

/**
 * The notes that the next brief of a project may list. Whoever waits for longest is first, counted from when it was last in a brief, so that
 * many notes that stand for ever leave room for others. Values: organization, project, today, how many.
 */
export const candidatesSql = sql<{ id: string }>(
  "candidate_notes",
  `
SELECT n.id FROM planning_note n
WHERE n.organization_id = $1::uuid AND n.project_id = $2::uuid AND ${mayBePlanned("$3")}
ORDER BY COALESCE(n.planned_at, n.created_at), n.id
LIMIT $4::int`,
);
