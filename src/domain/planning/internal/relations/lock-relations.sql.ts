import { sql } from "#platform/database.ts";

/**
 * Has those who relate the notes of one project to each other take turns until their transactions end: two that are alike, understood at
 * once, then see each other. Value: project.
 */
export const lockRelationsSql = sql<{ locked: string }>(
  "lock_note_relations",
  "SELECT pg_advisory_xact_lock(hashtextextended('relations of notes ' || $1::text, 0))::text AS locked",
);
