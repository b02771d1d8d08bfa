import { displayedName } from "#domain/people/displayed-name.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { isWaiting } from "../../note-states.ts";

/** Blocks of what can be read by somebody: a draft that is written again has none. */
const IS_WRITTEN = {
  block: { episode: { status: { in: ["READY", "PUBLISHED"] } } },
} satisfies Prisma.BlockOriginWhereInput;

/** What a list shows of a note. */
export const listedNoteSelect = {
  id: true,
  projectId: true,
  revision: true,
  authorId: true,
  author: { select: { name: true, deletedAt: true } },
  text: true,
  passage: true,
  paraphrase: true,
  intent: true,
  topicTerms: true,
  scope: true,
  untilDate: true,
  stoppedAt: true,
  status: true,
  attention: true,
  reason: true,
  createdAt: true,
  mergedIntoId: true,
  plannedFor: {
    select: {
      id: true,
      occurrenceKey: true,
      episode: { select: { id: true, number: true, title: true, status: true } },
    },
  },
  origins: {
    where: IS_WRITTEN,
    orderBy: [{ block: { episodeId: "asc" } }, { block: { ordinal: "asc" } }],
    select: {
      block: { select: { id: true, ordinal: true, episodeId: true, episode: { select: { status: true } } } },
    },
  },
  // Not counted by the database, which would count the votes of every note.
  merged: { select: { id: true } },
} as const satisfies Prisma.PlanningNoteSelect;

type Row = Prisma.PlanningNoteGetPayload<{ select: typeof listedNoteSelect }>;

/** A note as lists show it. Readers are told of published episodes alone. */
export function toListedNote(row: Row, { seesRuns }: { seesRuns: boolean }) {
  const { author, plannedFor, origins, merged, untilDate, attention, ...note } = row;
  const episode = plannedFor?.episode;
  const isShown = seesRuns || episode?.status === "PUBLISHED";
  return {
    ...note,
    author: author && { name: displayedName(author) },
    untilDate: untilDate?.toISOString().slice(0, 10) ?? null,
    /** Why it waits for an editor; what does not wait needs none. */
    attention: isWaiting(note.status) ? attention : null,
    /** Its author and those whose notes were merged into it. */
    votes: 1 + merged.length,
    /** The run whose brief lists it. */
    plannedFor: plannedFor && {
      queueId: plannedFor.id,
      occurrenceKey: plannedFor.occurrenceKey,
      title: (isShown && episode?.title) || null,
      number: (isShown && episode?.number) || null,
    },
    /** The blocks that are there because of it. */
    blocks: origins
      .filter(({ block }) => seesRuns || block.episode.status === "PUBLISHED")
      .map(({ block: { episode: _, ...block } }) => block),
  };
}
