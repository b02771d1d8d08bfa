import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { noteAuthorsSql } from "./internal/notes/note-authors.sql.ts";

/** The members who have sent notes in a project, by name: whom the board can be asked for. */
export const listNoteAuthors = query(
  { needs: "note.read", input: z.object({ projectId: z.uuid() }) },
  async ({ tx, organizationId }, { projectId }) => {
    const people = await runSql(tx, noteAuthorsSql, [organizationId, projectId]);
    return people.map((person) => ({ id: person.id, name: displayedName(person) ?? "" }));
  },
);
