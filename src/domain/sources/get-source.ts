import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { findUses } from "./internal/find-uses.ts";
import { PassageTurn } from "./internal/render-passage.ts";

const CHUNKS_ON_A_PAGE = 50;

/**
 * One source with a page of its passages (from `fromOrdinal` on, 50 at most) and the episodes that it was used in: the
 * impact of removing it.
 *
 * @throws AppError NOT_FOUND for an id that is another organization's, removed, or no id at all: they look the same
 */
export const getSource = query(
  {
    needs: "source.read",
    input: z.object({ sourceId: z.string(), fromOrdinal: z.number().int().min(0).default(0) }),
  },
  async ({ tx, organizationId }, { sourceId, fromOrdinal }) => {
    const id = z.uuid().safeParse(sourceId);
    const source = id.success
      ? await tx.source.findFirst({
          where: { id: id.data, organizationId, deletedAt: null },
          select: {
            id: true,
            projectId: true,
            title: true,
            fileName: true,
            status: true,
            format: true,
            encoding: true,
            language: true,
            sizeBytes: true,
            tokenCount: true,
            chunkCount: true,
            durationMs: true,
            speakers: true,
            error: true,
            warnings: true,
            createdAt: true,
            readyAt: true,
            addedBy: { select: { name: true, deletedAt: true } },
            chunks: {
              where: { ordinal: { gte: fromOrdinal } },
              orderBy: { ordinal: "asc" },
              take: CHUNKS_ON_A_PAGE,
              select: {
                id: true,
                ordinal: true,
                text: true,
                headingPath: true,
                turns: true,
                startMs: true,
                endMs: true,
                tokenCount: true,
              },
            },
          },
        })
      : null;
    if (!source) throw new AppError("NOT_FOUND", "There is no such source. It may have been removed.");
    const { addedBy, chunks, ...rest } = source;
    return {
      ...rest,
      addedBy: displayedName(addedBy),
      chunks: chunks.map((chunk) => ({ ...chunk, turns: PassageTurn.array().nullable().parse(chunk.turns) })),
      uses: await findUses(tx, organizationId, source.id),
    };
  },
);
