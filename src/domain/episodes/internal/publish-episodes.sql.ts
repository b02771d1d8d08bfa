import { sql } from "#platform/database.ts";

export interface PublishedEpisode {
  episodeId: string;
  organizationId: string;
  projectId: string;
  /** How long after its slot; null for one that a person asked for, which has none to be late for. */
  lateSeconds: number | null;
}

/**
 * Publishes what is ready and due in one organization: run, episode and event together, or none. Values: organization, now.
 * Locked rows are another worker's; a removed project publishes nothing.
 */
export const publishEpisodesSql = sql<PublishedEpisode>(
  "publish_episodes",
  `
WITH due AS (
  SELECT q.id FROM episode_schedule_queue q
  JOIN project p ON p.organization_id = q.organization_id AND p.id = q.project_id AND p.deleted_at IS NULL
  WHERE q.organization_id = $1::uuid AND q.status = 'READY' AND q.slot_at <= $2::timestamptz
  FOR NO KEY UPDATE OF q SKIP LOCKED
),
run AS (
  UPDATE episode_schedule_queue q SET status = 'PUBLISHED', published_at = $2, finished_at = $2, updated_at = $2
  FROM due WHERE q.id = due.id
  RETURNING q.id, CASE WHEN q.trigger = 'CADENCE' THEN extract(epoch FROM $2 - q.slot_at)::float8 END AS late_seconds
),
published AS (
  UPDATE episode e SET status = 'PUBLISHED', published_at = $2, updated_at = $2
  FROM run WHERE e.organization_id = $1::uuid AND e.queue_id = run.id AND e.status = 'READY'
  RETURNING e.id, e.organization_id, e.project_id, run.late_seconds
),
told AS (
  INSERT INTO user_event (organization_id, project_id, episode_id, type, data, occurred_at)
  SELECT organization_id, project_id, id, 'episode_published', '{}', $2 FROM published
)
SELECT id AS "episodeId", organization_id AS "organizationId", project_id AS "projectId", late_seconds AS "lateSeconds" FROM published`,
);
