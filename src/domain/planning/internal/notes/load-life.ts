import { displayedName } from "#domain/people/displayed-name.ts";
import type { TxCtx } from "#platform/context.ts";
import { NoteMeasure } from "./note-measure.ts";

export interface Viewer {
  /** Their id; null for what is no person. */
  me: string | null;
  seesAll: boolean;
  seesRuns: boolean;
}

/** The steps of a note, the oldest first. Readers are not told the names of editors. */
export async function loadSteps({ tx, organizationId }: TxCtx, noteId: string, viewer: Viewer) {
  const steps = await tx.noteStep.findMany({
    where: { organizationId, noteId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      queueId: true,
      reason: true,
      at: true,
      actorId: true,
      actor: { select: { name: true, deletedAt: true } },
    },
  });
  return steps.map(({ actor, actorId, ...step }) => ({
    ...step,
    actor:
      actorId === null ? null : actorId === viewer.me || viewer.seesAll ? displayedName(actor) : "an editor",
  }));
}

/** The briefs that list a note, the oldest first, with what became of it in each. Readers are shown published episodes alone. */
export async function loadPlans({ tx, organizationId }: TxCtx, noteId: string, viewer: Viewer) {
  const plans = await tx.notePlan.findMany({
    where: { organizationId, noteId },
    orderBy: [{ plannedAt: "asc" }, { id: "asc" }],
    select: {
      queueId: true,
      outcome: true,
      reason: true,
      measure: true,
      plannedAt: true,
      judgedAt: true,
      queue: {
        select: {
          slotAt: true,
          status: true,
          occurrenceKey: true,
          episode: { select: { id: true, number: true, title: true, status: true } },
        },
      },
    },
  });
  const origins = await tx.blockOrigin.findMany({
    where: {
      organizationId,
      planningNoteId: noteId,
      block: { episode: { status: { in: ["READY", "PUBLISHED"] } } },
    },
    orderBy: { block: { ordinal: "asc" } },
    select: { block: { select: { id: true, ordinal: true, episodeId: true } } },
  });
  return plans.map(({ queue, measure, ...plan }) => {
    const { episode, ...run } = queue;
    const isOpen = episode?.status === "PUBLISHED" || (viewer.seesRuns && episode?.status === "READY");
    return {
      ...plan,
      measure: NoteMeasure.parse(measure),
      run,
      episode: episode && {
        id: episode.id,
        number: episode.number,
        title: isOpen ? episode.title : null,
        isOpen,
      },
      blocks: origins.map(({ block }) => block).filter(({ episodeId }) => episodeId === episode?.id),
    };
  });
}

/** Who asks for the same. Only who sees all notes is told their words. */
export async function loadMerged({ tx, organizationId }: TxCtx, leadId: string, viewer: Viewer) {
  const person = { select: { name: true, deletedAt: true } } as const;
  const lead = await tx.planningNote.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: leadId } },
    select: {
      id: true,
      text: true,
      paraphrase: true,
      author: person,
      merged: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { id: true, text: true, createdAt: true, revision: true, author: person },
      },
    },
  });
  return {
    votes: 1 + lead.merged.length,
    notes: viewer.seesAll
      ? lead.merged.map(({ author, ...note }) => ({ ...note, author: displayedName(author) }))
      : [],
    /** For a note that is merged itself: what it is a vote for. */
    lead: viewer.seesAll
      ? { id: lead.id, text: lead.text, author: displayedName(lead.author) }
      : { id: null, text: lead.paraphrase ?? "", author: null },
  };
}

/** Notes that ask for the opposite, and what was decided. */
export async function loadConflicts({ tx, organizationId }: TxCtx, noteId: string) {
  const side = { select: { id: true, text: true, paraphrase: true, status: true } } as const;
  const conflicts = await tx.noteConflict.findMany({
    where: { organizationId, OR: [{ firstNoteId: noteId }, { secondNoteId: noteId }] },
    orderBy: [{ foundAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      foundAt: true,
      decidedAt: true,
      chosenNoteId: true,
      decidedBy: { select: { name: true, deletedAt: true } },
      firstNote: side,
      secondNote: side,
    },
  });
  return conflicts.map(({ firstNote, secondNote, decidedBy, chosenNoteId, ...conflict }) => ({
    ...conflict,
    other: firstNote.id === noteId ? secondNote : firstNote,
    decidedBy: displayedName(decidedBy),
    /** Null while nobody has decided. */
    isChosen: chosenNoteId === null ? null : chosenNoteId === noteId,
  }));
}
