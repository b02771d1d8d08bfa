import { sql } from "#platform/database.ts";

/** Drops answers of written episodes, and older ones; done by the worker for no organization. Values: instant before which all are dropped. */
export const removeKeptAnswersSql = sql<never>(
  "remove_kept_answers",
  `
UPDATE usage_reservation r SET answer = NULL
WHERE r.answer IS NOT NULL AND (r.settled_at < $1::timestamptz OR EXISTS (
  SELECT FROM episode_schedule_queue q
  WHERE q.organization_id = r.organization_id AND q.id = r.queue_id AND q.status IN ('READY', 'PUBLISHED')))`,
);
