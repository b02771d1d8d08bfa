import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { lateRunsSql } from "./internal/late-runs.sql.ts";
import { latenessSql } from "./internal/lateness.sql.ts";
import { ON_TIME_MS, whyLate } from "./why-late.ts";

const DAYS = 7;
const DAY_MS = 86_400_000;
const LATE_ONES_SHOWN = 10;

/**
 * How punctual the cadence was in the last seven days: how many episodes were published, how many of them late, the median, 95 % and worst lateness, day
 * by day in the organization's zone, and the latest ones with what held them up.
 */
export const getLateness = query({ needs: "run.read", input: z.object({}) }, async (ctx) => {
  const since = new Date(ctx.clock.now().getTime() - DAYS * DAY_MS);
  const { reportingZone } = await ctx.tx.organization.findUniqueOrThrow({
    where: { id: ctx.organizationId },
    select: { reportingZone: true },
  });
  const [sums] = await runSql(ctx.tx, latenessSql, [ctx.organizationId, since, reportingZone, ON_TIME_MS]);
  if (!sums) throw new Error("an aggregate answers with one row");
  return { ...sums, since, zone: reportingZone, latest: sums.late > 0 ? await listLate(ctx, since) : [] };
});

async function listLate({ tx, organizationId }: TxCtx, since: Date) {
  const late = await runSql(tx, lateRunsSql, [organizationId, since, ON_TIME_MS, LATE_ONES_SHOWN]);
  const rows = await tx.episodeScheduleQueue.findMany({
    where: { organizationId, id: { in: late.map(({ queueId }) => queueId) } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      projectId: true,
      occurrenceKey: true,
      trigger: true,
      slotAt: true,
      createdAt: true,
      availableAt: true,
      startedAt: true,
      readyAt: true,
      publishedAt: true,
      errors: true,
      project: { select: { title: true } },
      episode: { select: { title: true } },
      phases: { select: { startCount: true } },
    },
  });
  return rows.map(({ errors, phases, publishedAt, ...run }) => ({
    ...run,
    lateMs: (publishedAt?.getTime() ?? run.slotAt.getTime()) - run.slotAt.getTime(),
    why: whyLate({
      ...run,
      errorCount: Array.isArray(errors) ? errors.length : 0,
      isBegunAgain: phases.some(({ startCount }) => startCount > 1),
    }),
  }));
}
