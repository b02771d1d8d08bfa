import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { Directive } from "./directive.ts";

/**
 * A note with what an editor has to see before deciding about it: why it waits, what it would do, and the passages that it corrects.
 *
 * @throws AppError NOT_FOUND for a note that is not there or not to be seen
 */
export const getNoteToSettle = query(
  { needs: "note.settle", input: z.object({ noteId: z.uuid() }) },
  async ({ tx, organizationId }, { noteId }) => {
    const note = await tx.planningNote.findFirst({
      where: { id: noteId, organizationId, project: { deletedAt: null } },
      select: { id: true, projectId: true, revision: true, attention: true, directive: true },
    });
    if (!note) throw new AppError("NOT_FOUND", "There is no such note. Its project may have been removed.");
    const directive = Directive.safeParse(note.directive).data ?? null;
    const passages =
      directive?.kind === "CORRECT"
        ? await tx.sourceChunk.findMany({
            where: {
              organizationId,
              id: { in: directive.passageIds },
              source: { projectId: note.projectId, deletedAt: null },
            },
            orderBy: [{ sourceId: "asc" }, { ordinal: "asc" }],
            select: { id: true, text: true, source: { select: { id: true, title: true } } },
          })
        : [];
    return { ...note, directive, passages };
  },
);
