import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { ON_TIME_MS } from "#domain/schedule/why-late.ts";
import type { TxCtx } from "#platform/context.ts";
import { TREND_EPISODES, type Trend, trendOf } from "./internal/trend-of.ts";

const SHOWN = 2 * TREND_EPISODES;
/** A note that was used in part is half a note. */
const PARTLY = 0.5;

export interface SeriesHealth {
  /** Episodes that were measured, ten at most. */
  episodes: number;
  /** Share of the wording that earlier episodes have, 0 to 1. */
  repetition: Trend;
  /** Share of the words that stand in blocks which name a passage, 0 to 1. */
  citation: Trend;
  /** Share of the notes that were judged which were used, those used in part for half, 0 to 1. */
  honoured: Trend;
  /** How many notes wait: at present, and each time that an episode was finished. */
  waiting: Trend & { now: number };
  /** Share of the slots of the cadence that had their episode on time, 0 to 1; a slot that somebody cancelled is left out. */
  completion: Trend;
}

/** Five numbers that say how a series is doing: over its last five episodes, and over the five before. */
export const getSeriesHealth = query(
  { needs: "run.read", input: z.object({ projectId: z.uuid() }) },
  async (ctx, { projectId }): Promise<SeriesHealth> => {
    const { tx, organizationId } = ctx;
    const measured = await tx.episodeHealth.findMany({
      where: { organizationId, projectId, episode: { status: { in: ["READY", "PUBLISHED"] } } },
      orderBy: { episode: { number: "desc" } },
      take: SHOWN,
      select: {
        repeatedShare: true,
        citedShare: true,
        notesPlanned: true,
        notesUsed: true,
        notesPartly: true,
        notesWaiting: true,
        episode: { select: { wordCount: true } },
      },
    });
    const ofWords = (share: (row: (typeof measured)[number]) => number) =>
      trendOf(
        measured.map((row) => {
          const whole = row.episode.wordCount ?? 0;
          return { part: share(row) * whole, whole };
        }),
      );
    return {
      episodes: measured.length,
      repetition: ofWords(({ repeatedShare }) => repeatedShare),
      citation: ofWords(({ citedShare }) => citedShare),
      honoured: trendOf(
        measured.map(({ notesPlanned: whole, notesUsed, notesPartly }) => {
          return { part: notesUsed + PARTLY * notesPartly, whole };
        }),
      ),
      waiting: {
        ...trendOf(measured.map(({ notesWaiting }) => ({ part: notesWaiting, whole: 1 }))),
        now: await countWaiting(ctx, projectId),
      },
      completion: trendOf(await lastSlots(ctx, projectId)),
    };
  },
);

async function countWaiting({ tx, organizationId }: TxCtx, projectId: string): Promise<number> {
  const waits = { status: { in: ["RECEIVED", "UNDERSTOOD"] as ("RECEIVED" | "UNDERSTOOD")[] } };
  return tx.planningNote.count({ where: { organizationId, projectId, mergedIntoId: null, ...waits } });
}

/** The slots of the cadence that are past, the newest first: on time or not. */
async function lastSlots({ tx, organizationId, clock }: TxCtx, projectId: string) {
  const slots = await tx.episodeScheduleQueue.findMany({
    where: {
      organizationId,
      projectId,
      trigger: "CADENCE",
      status: { not: "CANCELLED" },
      slotAt: { lt: new Date(clock.now().getTime() - ON_TIME_MS) },
    },
    orderBy: { slotAt: "desc" },
    take: SHOWN,
    select: { status: true, slotAt: true, publishedAt: true },
  });
  return slots.map(({ status, slotAt, publishedAt }) => {
    const isOnTime =
      status === "PUBLISHED" &&
      publishedAt !== null &&
      publishedAt.getTime() <= slotAt.getTime() + ON_TIME_MS;
    return { part: isOnTime ? 1 : 0, whole: 1 };
  });
}
