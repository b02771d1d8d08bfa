import type { TxCtx } from "#platform/context.ts";

/** Takes the blocks of an episode away with what was found of them. A note on one of them keeps the words that it is about. */
export async function dropBlocks({ tx, organizationId }: TxCtx, episodeId: string): Promise<void> {
  const ofEpisode = { organizationId, episodeId };
  await tx.continuityLink.deleteMany({ where: ofEpisode });
  await tx.episodeHealth.deleteMany({ where: ofEpisode });
  await tx.planningNote.updateMany({
    where: { organizationId, block: { episodeId } },
    data: { blockId: null },
  });
  await tx.block.deleteMany({ where: ofEpisode });
}
