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
      planningNote: { select: { text: true, createdAt: true, author: { select: { name: true } } } },
      agentMemory: { select: { text: true } },
      episode: { select: { id: true, title: true, number: true } },
    },
  },
} as const satisfies Prisma.BlockSelect;

type StoredBlock = Prisma.BlockGetPayload<{ select: typeof readerBlockSelect }>;

/** A block as the reader gets it: with the headings for its outline, and passages that can be shown. */
export function toReaderBlock({ markdown, origins, ...block }: StoredBlock) {
  return {
    ...block,
    headings: block.type === "MARKDOWN" ? headingsOf(markdown) : [],
    origins: origins.map(({ sourceChunk, ...origin }) => ({
      ...origin,
      passage: sourceChunk && showPassage(sourceChunk),
    })),
  };
}

/** A passage as it can be shown: of a transcript its turns, of Markdown sanitised HTML without links, else plain text. */
function showPassage(chunk: NonNullable<StoredBlock["origins"][number]["sourceChunk"]>) {
  const html = chunk.source.format === "MARKDOWN" ? renderMarkdown(chunk.text, NO_LINKS) : null;
  return { ...chunk, turns: Turns.parse(chunk.turns), html };
}
