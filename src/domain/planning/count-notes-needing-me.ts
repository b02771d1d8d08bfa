import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { countNotesNeedingEditorsSql } from "./internal/notes/count-notes-needing-editors.sql.ts";

export type { ProjectInNeed } from "./internal/notes/count-notes-needing-editors.sql.ts";

/** In each project that the actor sees, how many notes wait for an editor and for what, by the title of the project; those without any are left out. */
export const countNotesNeedingMe = query(
  { needs: "note.read", input: z.object({}) },
  ({ tx, organizationId }) => runSql(tx, countNotesNeedingEditorsSql, [organizationId]),
);
