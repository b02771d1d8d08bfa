import { proposeMemory } from "#domain/planning/propose-memory.ts";
import { recordCovered } from "#domain/planning/record-covered.ts";
import { settlePlans } from "#domain/planning/settle-plans.ts";
import type { TxCtx } from "#platform/context.ts";
import type { FinishedEpisode } from "../../writer.ts";
import type { Remembered } from "./remember.ts";

interface StoredEpisode {
  projectId: string;
  queueId: string;
  episodeId: string;
  /** In their order. */
  blockIds: readonly string[];
}

/** Keeps what follows from an episode, with it: what became of its notes, what it does to the series, and what is remembered of it. */
export async function keepWhatFollows(
  ctx: TxCtx,
  stored: StoredEpisode,
  finished: FinishedEpisode,
  { topics, proposals }: Remembered,
): Promise<void> {
  const { projectId, queueId, episodeId, blockIds } = stored;
  await settlePlans(ctx, { queueId, episodeId, verdicts: finished.notes, blockIds });
  await keepContinuity(ctx, stored, finished);
  await keepHealth(ctx, stored, finished);
  await recordCovered(ctx, { projectId, episodeId, topics });
  for (const proposal of proposals) await proposeMemory(ctx, { ...proposal, projectId });
}

async function keepContinuity(
  { tx, organizationId }: TxCtx,
  { projectId, episodeId, blockIds }: StoredEpisode,
  { continuity }: FinishedEpisode,
): Promise<void> {
  await tx.continuityLink.deleteMany({ where: { organizationId, episodeId } });
  await tx.continuityLink.createMany({
    data: continuity.map(({ block, ...link }) => ({
      organizationId,
      projectId,
      episodeId,
      ...link,
      blockId: block === null ? null : (blockIds[block] ?? null),
    })),
  });
}

async function keepHealth(
  { tx, organizationId, clock }: TxCtx,
  { projectId, episodeId }: StoredEpisode,
  { health, notes }: FinishedEpisode,
): Promise<void> {
  const notesWaiting = await tx.planningNote.count({
    where: { organizationId, projectId, status: { in: ["RECEIVED", "UNDERSTOOD"] }, mergedIntoId: null },
  });
  const measured = {
    ...health,
    notesPlanned: notes.length,
    notesUsed: notes.filter(({ outcome }) => outcome === "USED").length,
    notesPartly: notes.filter(({ outcome }) => outcome === "PARTLY_USED").length,
    notesWaiting,
    measuredAt: clock.now(),
  };
  await tx.episodeHealth.upsert({
    where: { organizationId_episodeId: { organizationId, episodeId } },
    create: { organizationId, projectId, episodeId, ...measured },
    update: measured,
  });
}
