import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import { query } from "#domain/people/verb.ts";
import { listedNoteSelect, toListedNote } from "./internal/notes/listed-note.ts";
import { afterPlace, NoteCursor, pageOf } from "./note-cursor.ts";
import { NOTE_COLUMNS, statusesOf } from "./note-states.ts";

const PAGE = 50;

const MyNotes = z.object({
  after: NoteCursor.optional(),
  column: z.enum(NOTE_COLUMNS).optional(),
  projectId: z.uuid().optional(),
});

/** The notes of whoever asks, in all projects that they see or one, the newest first, with what became of each; `next` continues the page. */
export const listMyNotes = query(
  { needs: "note.submit", input: MyNotes },
  async (ctx, { after, column, projectId }) => {
    const { tx, organizationId, actor } = ctx;
    if (actor.kind !== "user") return { notes: [], next: null };
    const rows = await tx.planningNote.findMany({
      where: {
        organizationId,
        authorId: actor.userId,
        project: { deletedAt: null },
        ...(projectId ? { projectId } : {}),
        ...(column ? { status: { in: statusesOf(column) } } : {}),
        ...afterPlace(after),
      },
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
