import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { notesNeedingEditorsSql } from "./internal/notes/notes-needing-editors.sql.ts";

const MOST = 20;

/**
 * What editors are to look at in all projects that they see, the oldest first: notes that are not planned without them, and then those that have
 * waited while three episodes became ready (their `attention` is null). `count` is of all.
 */
export const listNotesNeedingMe = query(
  { needs: "note.read", input: z.object({}) },
  async ({ tx, organizationId }) => {
    const rows = await runSql(tx, notesNeedingEditorsSql, [organizationId, MOST]);
    return { notes: rows.map(({ count: _, ...note }) => note), count: Number(rows[0]?.count ?? 0) };
  },
);
