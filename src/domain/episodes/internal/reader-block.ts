import { z } from "zod";
import type { Prisma } from "#platform/db/generated/client.ts";
import { renderMarkdown } from "../render-markdown.ts";
import { headingsOf } from "./headings-of.ts";

const Turns = z
  .array(z.object({ speaker: z.string().nullable(), startMs: z.number().nullable(), text: z.string() }))
  .nullable()
  .catch(null);

const NO_LINKS: ReadonlySet<string> = new Set();

/** What the reader needs of a block. */
export const readerBlockSelect = {
  id: true,
  ordinal: true,
  type: true,
  markdown: true,
  html: true,
  origins: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      kind: true,
      quote: true,
      startMs: true,
      sourceChunk: {
        select: {
          ordinal: true,
          text: true,
          headingPath: true,
          turns: true,
          source: { select: { id: true, title: true, format: true, deletedAt: true } },
        },
      },
      planningNote: {
        select: {
          id: true,
          paraphrase: true,
          intent: true,
          createdAt: true,
          authorId: true,
          author: { select: { name: true } },
        },
      },
      agentMemory: { select: { text: true } },
      episode: { select: { id: true, title: true, number: true } },
    },
  },
} as const satisfies Prisma.BlockSelect;

/** What somebody may see of the notes and memories behind a block. */
export interface Sees {
  /** Their own notes they may open. */
  userId: string | null;
  notes: boolean;
  memories: boolean;
}

type StoredBlock = Prisma.BlockGetPayload<{ select: typeof readerBlockSelect }>;
type StoredOrigin = StoredBlock["origins"][number];

/** A block as the reader gets it: with the headings for its outline, and of each origin what its reader may see. */
export function toReaderBlock({ markdown, origins, ...block }: StoredBlock, sees: Sees) {
  return {
    ...block,
    headings: block.type === "MARKDOWN" ? headingsOf(markdown) : [],
    origins: origins.map(({ sourceChunk, planningNote, agentMemory, ...origin }) => ({
      ...origin,
      passage: sourceChunk && showPassage(sourceChunk),
      note: planningNote && showNote(planningNote, sees),
      memory: agentMemory && { text: sees.memories ? agentMemory.text : null },
    })),
  };
}

/** A note by its paraphrase; whose it is, and where it can be opened, only for those who may read notes and for its author. */
function showNote(
  { id, paraphrase, intent, createdAt, author, authorId }: NonNullable<StoredOrigin["planningNote"]>,
  { notes, userId }: Sees,
) {
  const isOwn = authorId !== null && authorId === userId;
  return {
    id,
    paraphrase,
    intent,
    createdAt,
    isOwn,
    mayOpen: notes || isOwn,
    author: notes || isOwn ? (author?.name ?? null) : null,
  };
}

/** A passage as it can be shown: of a transcript its turns, of Markdown sanitised HTML without links, else plain text. */
function showPassage(chunk: NonNullable<StoredOrigin["sourceChunk"]>) {
  const html = chunk.source.format === "MARKDOWN" ? renderMarkdown(chunk.text, NO_LINKS) : null;
  return { ...chunk, turns: Turns.parse(chunk.turns), html };
}
