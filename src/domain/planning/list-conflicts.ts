import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { NoteScope, NoteStatus, Prisma } from "#platform/db/generated/client.ts";

const MOST = 50;

/** One side of a contradiction. */
export interface NoteInConflict {
  noteId: string;
  text: string;
  paraphrase: string;
  /** What it would do, as `Directive` describes it. */
  directive: unknown;
  authorName: string | null;
  /** Its author, and those whose notes were merged into it. */
  votes: number;
  scope: NoteScope;
  untilDate: Date | null;
  status: NoteStatus;
  createdAt: Date;
  /** It applies to episodes until an editor decides otherwise. */
  isInForce: boolean;
}

/** Two notes that ask for what can't both be. */
export interface ListedConflict {
  conflictId: string;
  foundAt: Date;
  /** Null while nobody has decided. */
  decidedAt: Date | null;
  decidedByName: string | null;
  chosenNoteId: string | null;
  /** False once an episode has taken the chosen note up. */
  canDecide: boolean;
  /** The older first. */
  notes: [NoteInConflict, NoteInConflict];
}

const side = {
  id: true,
  text: true,
  paraphrase: true,
  directive: true,
  scope: true,
  untilDate: true,
  status: true,
  stoppedAt: true,
  plannedAt: true,
  createdAt: true,
  author: { select: { name: true, deletedAt: true } },
  merged: { select: { id: true } },
} as const satisfies Prisma.PlanningNoteSelect;
type Side = Prisma.PlanningNoteGetPayload<{ select: typeof side }>;

/**
 * The contradictions between the notes of a project that an editor decides: open ones first, then those decided that can still be decided
 * otherwise, each with both sides; at most 50.
 *
 * @throws AppError NOT_FOUND for a project that is removed or not to be seen
 */
export const listConflicts = query(
  { needs: "note.read", input: z.object({ projectId: z.string() }) },
  async (ctx, { projectId }): Promise<ListedConflict[]> => {
    const { tx, organizationId } = ctx;
    const project = await getProject(ctx, { projectId });
    const rows = await tx.noteConflict.findMany({
      where: {
        organizationId,
        projectId: project.id,
        OR: [{ decidedAt: null }, { decidedById: { not: null } }],
        firstNote: { status: { not: "WITHDRAWN" } },
        secondNote: { status: { not: "WITHDRAWN" } },
      },
      orderBy: [{ decidedAt: { sort: "desc", nulls: "first" } }, { foundAt: "desc" }, { id: "desc" }],
      take: MOST,
      select: {
        id: true,
        foundAt: true,
        decidedAt: true,
        chosenNoteId: true,
        decidedBy: { select: { name: true, deletedAt: true } },
        firstNote: { select: side },
        secondNote: { select: side },
      },
    });
    return rows
      .map(({ id, firstNote, secondNote, decidedBy, ...conflict }) => ({
        ...conflict,
        conflictId: id,
        decidedByName: decidedBy && displayedName(decidedBy),
        canDecide: [firstNote, secondNote].every(
          (note) => note.id !== conflict.chosenNoteId || canGiveWay(note),
        ),
        notes: [tellSide(firstNote), tellSide(secondNote)] as [NoteInConflict, NoteInConflict],
      }))
      .filter(({ decidedAt, canDecide }) => decidedAt === null || canDecide);
  },
);

function tellSide({ id, author, merged, stoppedAt, plannedAt, paraphrase, ...note }: Side): NoteInConflict {
  const wasPlanned = ["PLANNED", "USED", "PARTLY_USED"].includes(note.status) || plannedAt !== null;
  const { text, directive, scope, untilDate, status, createdAt } = note;
  return {
    ...{ noteId: id, text, directive, scope, untilDate, status, createdAt },
    paraphrase: paraphrase ?? text,
    authorName: author && displayedName(author),
    votes: 1 + merged.length,
    isInForce: scope !== "NEXT_EPISODE" && stoppedAt === null && wasPlanned && status !== "DECLINED",
  };
}

function canGiveWay({ status, scope }: Side): boolean {
  return status === "RECEIVED" || status === "UNDERSTOOD" || scope !== "NEXT_EPISODE";
}
