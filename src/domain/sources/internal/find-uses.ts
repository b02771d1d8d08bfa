import type { Tx } from "#platform/database.ts";

/** The episodes in which a source was used, oldest first; `title` is null while one is being written. */
export async function findUses(tx: Tx, organizationId: string, sourceId: string) {
  return tx.episode.findMany({
    where: {
      organizationId,
      blocks: { some: { origins: { some: { sourceChunk: { sourceId } } } } },
    },
    orderBy: { createdAt: "asc" },
    select: { id: true, number: true, title: true, status: true },
  });
}
