import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { TxCtx } from "#platform/context.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { listedNoteSelect, toListedNote } from "./internal/notes/listed-note.ts";
import { afterPlace, NoteCursor, pageOf } from "./note-cursor.ts";
import { COLUMN_OF, NOTE_COLUMNS, type NoteColumn, statusesOf } from "./note-states.ts";
import { NOTE_INTENTS } from "./understanding.ts";

const PAGE = 50;

const NotesToList = z.object({
  projectId: z.string(),
  column: z.enum(NOTE_COLUMNS),
  intent: z.enum(NOTE_INTENTS).optional(),
  scope: z.enum(["NEXT_EPISODE", "UNTIL_DATE", "ALWAYS"]).optional(),
  attention: z.enum(["CONTRADICTION", "CORRECTION", "SCHEDULE", "UNCLEAR"]).optional(),
  /** Also finds what others have said, where a note of the author's was merged into it. */
  authorId: z.uuid().optional(),
  /** Words as they stand in the note or in how it is understood. */
  text: z.string().trim().max(200).optional(),
  after: NoteCursor.optional(),
  limit: z.number().int().min(1).max(PAGE).default(PAGE),
  /** False for who has the counts already: of four columns side by side they are counted once. */
  isCounted: z.boolean().default(true),
});

/**
 * One column of the board of a project's notes, the newest first, fifty at most; merged notes are votes of the one that leads them. `counts` are
 * those of all columns under the same filter; `next` continues the page.
 *
 * @throws AppError NOT_FOUND for a project that is removed or not to be seen
 */
export const listNotes = query(
  { needs: "note.read", input: NotesToList },
  async (ctx, { column, after, limit, isCounted, ...wanted }) => {
    const { tx, organizationId } = ctx;
    const { id: projectId } = await getProject(ctx, { projectId: wanted.projectId });
    const filter = { organizationId, projectId, mergedIntoId: null, AND: asked(wanted) };
    const rows = await tx.planningNote.findMany({
      where: { ...filter, status: { in: statusesOf(column) }, ...afterPlace(after) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: listedNoteSelect,
    });
    const counts = isCounted ? await countColumns(ctx, filter) : null;
    const { page, next } = pageOf(rows, limit);
    return { notes: page.map((row) => toListedNote(row, { seesRuns: true })), counts, next };
  },
);

async function countColumns({ tx }: TxCtx, filter: Prisma.PlanningNoteWhereInput) {
  const groups = await tx.planningNote.groupBy({ by: ["status"], where: filter, _count: { _all: true } });
  const counts: Record<NoteColumn, number> = { waiting: 0, planned: 0, used: 0, declined: 0 };
  for (const { status, _count } of groups) counts[COLUMN_OF[status]] += _count._all;
  return counts;
}

function asked(
  wanted: Omit<z.output<typeof NotesToList>, "column" | "limit" | "isCounted">,
): Prisma.PlanningNoteWhereInput[] {
  const { intent, scope, attention, authorId, text } = wanted;
  const conditions: Prisma.PlanningNoteWhereInput[] = [];
  if (intent) conditions.push({ intent });
  if (scope) conditions.push({ scope });
  if (attention) conditions.push({ attention, status: { in: statusesOf("waiting") } });
  if (authorId) conditions.push({ OR: [{ authorId }, { merged: { some: { authorId } } }] });
  if (text) {
    const contains = { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
    conditions.push({ OR: [{ text: contains }, { paraphrase: contains }] });
  }
  return conditions;
}
