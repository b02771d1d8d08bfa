import type { TxCtx } from "#platform/context.ts";
import type { NoteScope, NoteStatus } from "#platform/db/generated/client.ts";
import type { NoteToUnderstand } from "../../understanding.ts";

/** A note that waits to be understood, as it is at this revision. */
export interface LoadedNote extends NoteToUnderstand {
  id: string;
  projectId: string;
  revision: number;
  scope: NoteScope;
  untilDate: Date | null;
  createdAt: Date;
}

/** Reads a waiting note with what is needed to understand it; null where it doesn't wait (any more). `statuses`: in which it waits. */
export async function loadNote(
  { tx, organizationId }: TxCtx,
  noteId: string,
  statuses: readonly NoteStatus[],
): Promise<LoadedNote | null> {
  const note = await tx.planningNote.findFirst({
    where: { organizationId, id: noteId, status: { in: [...statuses] }, project: { deletedAt: null } },
    select: {
      id: true,
      projectId: true,
      revision: true,
      scope: true,
      untilDate: true,
      createdAt: true,
      text: true,
      passage: true,
      episode: { select: { title: true } },
      block: {
        select: {
          markdown: true,
          origins: {
            where: { kind: "PASSAGE" },
            orderBy: { id: "asc" },
            select: { sourceChunkId: true, quote: true, sourceChunk: { select: { text: true } } },
          },
        },
      },
      project: {
        select: {
          title: true,
          goal: true,
          language: true,
          sources: { where: { deletedAt: null }, orderBy: { id: "asc" }, select: { id: true, title: true } },
        },
      },
    },
  });
  if (note === null) return null;
  const { episode, block, project, ...rest } = note;
  const { sources, ...about } = project;
  const passages = (block?.origins ?? []).flatMap(({ sourceChunkId, quote, sourceChunk }) =>
    sourceChunkId === null ? [] : [{ id: sourceChunkId, words: [quote, sourceChunk?.text].join("\n") }],
  );
  return {
    ...rest,
    episodeTitle: episode?.title ?? null,
    block: block === null ? null : { markdown: block.markdown, passageIds: meant(passages, note.passage) },
    project: about,
    sources,
  };
}

/** Of the passages behind a block those in which the marked words stand; all of them where none holds them or nothing is marked. */
function meant(passages: readonly { id: string; words: string }[], marked: string | null): string[] {
  const wanted = marked === null ? null : bare(marked);
  const holding = passages.filter(({ words }) => wanted !== null && bare(words).includes(wanted));
  return [...new Set((holding.length > 0 ? holding : passages).map(({ id }) => id))];
}

/** Letters and figures alone: rendering and marking change signs and blanks. */
function bare(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
