import { sql } from "#platform/database.ts";

/** A run that was due and in no other worker's hands: published, or left with a problem or in a removed project. */
export interface DueEpisode {
  queueId: string;
  slotAt: Date;
  organizationId: string;
  projectId: string | null;
  /** Null when it was not published. */
  episodeId: string | null;
  /** How long after its slot; null for one that a person asked for, which has none to be late for. */
  lateSeconds: number | null;
  problem: string | null;
}

/** Publishes a batch of what is due, see the function. Values: now, slot and run of the last of the batch before, most runs. */
export const publishDueSql = sql<DueEpisode>(
  "publish_due",
  `
SELECT queue_id AS "queueId", slot_at AS "slotAt", organization_id AS "organizationId", project_id AS "projectId",
       episode_id AS "episodeId", late_seconds AS "lateSeconds", problem
FROM publish_due($1::timestamptz, $2::timestamptz, $3::uuid, $4::int)
ORDER BY slot_at, queue_id`,
);
