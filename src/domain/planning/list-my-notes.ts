import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import { query } from "#domain/people/verb.ts";
import { listedNoteSelect, toListedNote } from "./internal/notes/listed-note.ts";
import { afterPlace, NoteCursor, pageOf } from "./note-cursor.ts";

const PAGE = 50;

/** The notes of whoever asks, in all projects that they see, the newest first, with what became of each; `next` continues the page. */
export const listMyNotes = query(
  { needs: "note.submit", input: z.object({ after: NoteCursor.optional() }) },
  async (ctx, { after }) => {
    const { tx, organizationId, actor } = ctx;
    if (actor.kind !== "user") return { notes: [], next: null };
    const rows = await tx.planningNote.findMany({
      where: { organizationId, authorId: actor.userId, project: { deletedAt: null }, ...afterPlace(after) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      select: { ...listedNoteSelect, project: { select: { title: true } } },
    });
    const { page, next } = pageOf(rows, PAGE);
    const seesRuns = may(actor, "run.read");
    return {
      notes: page.map(({ project, ...row }) => ({
        ...toListedNote(row, { seesRuns }),
        projectTitle: project.title,
        /** It counts as a vote for a note that asks for the same. */
        isMerged: row.mergedIntoId !== null,
      })),
      next,
    };
  },
);
