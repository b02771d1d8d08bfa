import { sql } from "#platform/database.ts";

export interface RelatedNote {
  id: string;
  directive: unknown;
  terms: string[];
  paraphrase: string;
  createdAt: Date;
}

/** It counts for more than one episode and has been in a brief: until an editor decides, it stays in force. */
const IS_IN_FORCE =
  "(n.scope <> 'NEXT_EPISODE' AND (n.status IN ('PLANNED', 'USED', 'PARTLY_USED') OR (n.status = 'UNDERSTOOD' AND n.planned_at IS NOT NULL)))";

/**
 * Notes of a project that may be related to another: they stand for themselves, wait to be planned or stay in force, wish one of these
 * things, and have one of these words among their terms, in whatever form. The oldest first. Values: organization, project, the other note,
 * kinds of directive, patterns for terms (null: whatever they are), today, how many.
 */
export const relatedNotesSql = sql<RelatedNote>(
  "related_notes",
  `
SELECT n.id, n.directive, n.topic_terms AS terms, n.paraphrase, n.created_at AS "createdAt"
FROM planning_note n
WHERE n.organization_id = $1::uuid AND n.project_id = $2::uuid AND n.id <> $3::uuid
  AND n.merged_into_id IS NULL AND n.stopped_at IS NULL AND (n.scope <> 'UNTIL_DATE' OR n.until_date >= $6::date)
  AND (n.status = 'UNDERSTOOD' OR (${IS_IN_FORCE} AND n.settled_by_id IS NULL))
  AND n.directive ->> 'kind' = ANY ($4::text[])
  AND ($5::text[] IS NULL OR EXISTS (SELECT FROM unnest(n.topic_terms) AS term WHERE term ILIKE ANY ($5)))
ORDER BY n.created_at, n.id
LIMIT $7::int`,
);
