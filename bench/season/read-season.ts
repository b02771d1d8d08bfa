import { inOrganization } from "#platform/database.ts";
import type { SeasonScene } from "./season-scene.ts";

/** All that a season has left in the database. */
export async function readSeason({ owner, projectId }: SeasonScene) {
  return inOrganization(owner, async ({ tx }) => ({
    runs: await tx.episodeScheduleQueue.findMany({
      where: { projectId },
      orderBy: { slotAt: "asc" },
      select: { id: true, status: true, reason: true, slotAt: true, publishedAt: true },
    }),
    episodes: await tx.episode.findMany({
      where: { projectId, status: "PUBLISHED" },
      orderBy: { number: "asc" },
      select: {
        id: true,
        queueId: true,
        number: true,
        title: true,
        wordCount: true,
        brief: true,
        blocks: {
          orderBy: { ordinal: "asc" },
          select: {
            id: true,
            type: true,
            markdown: true,
            origins: {
              select: {
                kind: true,
                quote: true,
                planningNoteId: true,
                sourceChunkId: true,
                sourceChunk: { select: { ordinal: true, source: { select: { title: true } } } },
              },
            },
          },
        },
        continuity: { select: { kind: true, topic: true, noteId: true, earlierEpisodeId: true } },
        health: true,
      },
    }),
    notes: await tx.planningNote.findMany({
      where: { projectId },
      orderBy: { createdAt: "asc" },
      select: {
        id: true,
        authorId: true,
        text: true,
        status: true,
        reason: true,
        intent: true,
        paraphrase: true,
        topicTerms: true,
        directive: true,
        scope: true,
        mergedIntoId: true,
        stoppedAt: true,
        settledById: true,
        plans: {
          orderBy: { plannedAt: "asc" },
          select: { queueId: true, outcome: true, reason: true, measure: true },
        },
        steps: {
          orderBy: { at: "asc" },
          select: { kind: true, actorId: true, notifications: { select: { userId: true } } },
        },
      },
    }),
    conflicts: await tx.noteConflict.findMany({
      where: { projectId },
      select: { firstNoteId: true, secondNoteId: true, chosenNoteId: true },
    }),
    memories: await tx.agentMemory.findMany({
      where: { projectId },
      select: { kind: true, status: true, text: true, originNoteId: true, originEpisodeId: true },
    }),
    ledger: await tx.tokenUsage.findMany({
      where: { projectId },
      select: {
        purpose: true,
        uncachedInputTokens: true,
        cacheReadTokens: true,
        cacheWriteTokens: true,
        outputTokens: true,
      },
    }),
    openReservations: await tx.usageReservation.count({ where: { projectId, status: "OPEN" } }),
  }));
}

export type ToldSeason = Awaited<ReturnType<typeof readSeason>>;
export type ToldEpisode = ToldSeason["episodes"][number];
export type ToldNote = ToldSeason["notes"][number];
