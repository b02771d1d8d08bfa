import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import { query } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { readerBlockSelect, toReaderBlock } from "./internal/reader-block.ts";

const TimeZoneOfCadence = z.object({ timeZone: z.string() }).catch({ timeZone: "UTC" });

const continuitySelect = {
  id: true,
  kind: true,
  topic: true,
  block: { select: { ordinal: true } },
  earlierEpisode: { select: { id: true, title: true, number: true, status: true } },
} as const satisfies Prisma.ContinuityLinkSelect;

/**
 * An episode as its readers get it: its blocks in order, why each is there, and its neighbours in the series. One that is written
 * and waits for its slot is shown to those who may see runs.
 *
 * @throws AppError NOT_FOUND for what is not published, removed, another organization's or no id at all: they look the same
 */
export const readEpisode = query(
  { needs: "episode.read", input: z.object({ episodeId: z.string() }) },
  async (ctx, { episodeId }) => {
    const { tx, organizationId } = ctx;
    const id = z.uuid().safeParse(episodeId);
    const episode = id.success
      ? await tx.episode.findFirst({
          where: {
            id: id.data,
            organizationId,
            status: { in: may(ctx.actor, "run.read") ? ["READY", "PUBLISHED"] : ["PUBLISHED"] },
            project: { deletedAt: null },
          },
          select: {
            id: true,
            queueId: true,
            status: true,
            number: true,
            title: true,
            dek: true,
            language: true,
            minutes: true,
            writer: true,
            publishedAt: true,
            queue: { select: { slotAt: true } },
            project: { select: { id: true, title: true, cadenceConfig: true } },
            blocks: { orderBy: { ordinal: "asc" }, select: readerBlockSelect },
            continuity: { orderBy: { id: "asc" }, select: continuitySelect },
          },
        })
      : null;
    if (!episode) throw new AppError("NOT_FOUND", "There is no such episode. It may have been removed.");
    const { project, queue, blocks, continuity, ...facts } = episode;
    const sees = {
      userId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      notes: may(ctx.actor, "note.read"),
      memories: may(ctx.actor, "memory.read"),
    };
    return {
      ...facts,
      slotAt: queue.slotAt,
      project: { id: project.id, title: project.title },
      timeZone: TimeZoneOfCadence.parse(project.cadenceConfig).timeZone,
      blocks: blocks.map((block) => toReaderBlock(block, sees)),
      continuity: continuity.map(({ block, earlierEpisode, ...link }) => ({
        ...link,
        blockOrdinal: block?.ordinal ?? null,
        // One that is not published is not there for readers.
        earlierEpisode: earlierEpisode?.status === "PUBLISHED" ? earlierEpisode : null,
      })),
      ...(await neighbours(ctx, project.id, facts.number ?? 0)),
    };
  },
);

/** The published episodes before and after, and how many there are. */
async function neighbours({ tx, organizationId }: TxCtx, projectId: string, number: number) {
  const published = { organizationId, projectId, status: "PUBLISHED" } as const;
  const select = { id: true, title: true, number: true } as const;
  return {
    previous: await tx.episode.findFirst({
      where: { ...published, number: { lt: number } },
      orderBy: { number: "desc" },
      select,
    }),
    next: await tx.episode.findFirst({
      where: { ...published, number: { gt: number } },
      orderBy: { number: "asc" },
      select,
    }),
    episodeCount: await tx.episode.count({ where: published }),
  };
}
