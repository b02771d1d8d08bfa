import type { TxCtx } from "#platform/context.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import type { DraftOrigin, FinishedEpisode } from "../../writer.ts";

/** Stores the finished episode with its blocks and what each rests on, and gives it its place in the series. Returns the ids of its blocks in order. */
export async function storeEpisode(
  { tx, organizationId, clock }: TxCtx,
  { episodeId, projectId }: { episodeId: string; projectId: string },
  finished: FinishedEpisode,
): Promise<string[]> {
  const key = { organizationId_id: { organizationId, id: episodeId } };
  const { number } = await tx.episode.findUniqueOrThrow({ where: key, select: { number: true } });
  const { _max } = await tx.episode.aggregate({
    where: { organizationId, projectId },
    _max: { number: true },
  });
  const { title, dek, wordCount, minutes } = finished;
  await tx.episode.update({
    where: key,
    data: {
      status: "READY",
      // One that is written again may have kept its place.
      number: number ?? (_max.number ?? 0) + 1,
      title,
      dek,
      wordCount,
      minutes,
      readyAt: clock.now(),
    },
  });
  const blocks = await tx.block.createManyAndReturn({
    data: finished.blocks.map(({ type, markdown, html, data }, ordinal) => ({
      organizationId,
      episodeId,
      ordinal,
      type,
      markdown,
      html,
      // Made of strings, numbers and nulls by `renderBlock`.
      data: data as Prisma.InputJsonObject,
    })),
    select: { id: true, ordinal: true },
  });
  const idOf = new Map(blocks.map(({ id, ordinal }) => [ordinal, id]));
  await tx.blockOrigin.createMany({
    data: finished.blocks.flatMap(({ origins }, ordinal) => {
      const blockId = idOf.get(ordinal);
      return blockId === undefined
        ? []
        : origins.map((origin) => ({ organizationId, blockId, ...toRow(origin) }));
    }),
  });
  return blocks.toSorted((a, b) => a.ordinal - b.ordinal).map(({ id }) => id);
}

function toRow(origin: DraftOrigin) {
  switch (origin.kind) {
    case "PASSAGE": {
      const { kind, passageId, quote, startMs, endMs } = origin;
      return { kind, sourceChunkId: passageId, quote, startMs, endMs };
    }
    case "NOTE":
      return { kind: origin.kind, planningNoteId: origin.noteId };
    case "MEMORY":
      return { kind: origin.kind, agentMemoryId: origin.memoryId };
    case "EPISODE":
      return { kind: origin.kind, episodeId: origin.episodeId };
  }
}
