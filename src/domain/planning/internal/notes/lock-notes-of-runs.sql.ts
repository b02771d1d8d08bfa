import { sql } from "#platform/database.ts";

/** Locks all notes that are planned for these runs, in the order in which `lockNotesSql` does. Values: organization, runs. */
export const lockNotesOfRunsSql = sql<{ id: string }>(
  "lock_notes_of_runs",
  `
SELECT id FROM planning_note
WHERE organization_id = $1::uuid AND planned_for_id = ANY ($2::uuid[])
ORDER BY id FOR NO KEY UPDATE`,
);
