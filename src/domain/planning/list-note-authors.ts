import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";

/** Who has sent notes in a project, by name: whom the board can be asked for. */
export const listNoteAuthors = query(
  { needs: "note.read", input: z.object({ projectId: z.uuid() }) },
  async ({ tx, organizationId }, { projectId }) => {
    const groups = await tx.planningNote.groupBy({
      by: ["authorId"],
      where: { organizationId, projectId, authorId: { not: null } },
    });
    const ids = groups.flatMap(({ authorId }) => authorId ?? []);
    const people = await tx.user.findMany({
      where: { id: { in: ids } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, deletedAt: true },
    });
    return people.map((person) => ({ id: person.id, name: displayedName(person) ?? "" }));
  },
);
