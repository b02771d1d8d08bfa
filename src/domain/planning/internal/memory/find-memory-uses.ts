import type { TxCtx } from "#platform/context.ts";

/** A brief that a memory was in, and what is there because of it. */
export interface UsedIn {
  queueId: string;
  usedAt: Date;
  /** Its place in the brief, from 1. */
  rank: number;
  score: number;
  occurrenceKey: string;
  /** Null while it is not written, or when it never was. */
  episode: { id: string; number: number | null; title: string | null; isPublished: boolean } | null;
  /** The blocks that rest on it, counted from 0 in their episode. */
  blocks: { id: string; ordinal: number }[];
}

const MOST_USES = 50;

/** The newest briefs that any of the memories were in; of two in one brief, the one that stood first there. */
export async function findMemoryUses(
  { tx, organizationId }: TxCtx,
  memoryIds: readonly string[],
): Promise<UsedIn[]> {
  const memoryId = { in: [...memoryIds] };
  const uses = await tx.memoryUse.findMany({
    where: { organizationId, memoryId },
    orderBy: [{ usedAt: "desc" }, { queueId: "desc" }, { rank: "asc" }],
    distinct: ["queueId"],
    take: MOST_USES,
    select: {
      queueId: true,
      usedAt: true,
      rank: true,
      score: true,
      queue: {
        select: {
          occurrenceKey: true,
          episode: { select: { id: true, number: true, title: true, status: true } },
        },
      },
    },
  });
  const episodeIds = uses.flatMap(({ queue }) => queue.episode?.id ?? []);
  const origins = await tx.blockOrigin.findMany({
    where: { organizationId, agentMemoryId: memoryId, block: { episodeId: { in: episodeIds } } },
    distinct: ["blockId"],
    select: { block: { select: { id: true, ordinal: true, episodeId: true } } },
  });
  return uses.map(({ queue, ...use }) => {
    const { episode } = queue;
    const isWritten = episode?.status === "READY" || episode?.status === "PUBLISHED";
    return {
      ...use,
      occurrenceKey: queue.occurrenceKey,
      episode: isWritten
        ? {
            id: episode.id,
            number: episode.number,
            title: episode.title,
            isPublished: episode.status === "PUBLISHED",
          }
        : null,
      blocks: origins
        .filter(({ block }) => block.episodeId === episode?.id)
        .map(({ block: { id, ordinal } }) => ({ id, ordinal }))
        .sort((one, other) => one.ordinal - other.ordinal),
    };
  });
}
