import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { nameGroups } from "./internal/name-groups.ts";
import { readUsagePeriod } from "./internal/read-usage-period.ts";
import { sumUsageSql, type UsageSumsRow } from "./internal/sum-usage.sql.ts";
import { describePurpose } from "./purposes.ts";
import { shiftDate, UsagePeriod } from "./usage-period.ts";
import { toSums, type UsageSums } from "./usage-sums.ts";

export type { UsageSums };

const EPISODES = 50;

/**
 * What was used over a period of local dates in the organization's reporting zone (both ends included; the last 30 days unless said
 * otherwise): in all and by day, project, model, purpose and person, beside the period of the same length before it; and the dearest
 * episodes. Exact to the last committed call: days that wait for the roll-up are read from the ledger. Today is provisional, because its
 * day is not over.
 *
 * @throws AppError INVALID for a period that ends before it begins or spans more than two years
 */
export const getUsage = query(
  { needs: "usage.read", input: UsagePeriod.extend({ projectId: z.uuid().optional() }) },
  async (ctx, { projectId = null, ...asked }) => {
    const { zone, today, from, until, dates } = await readUsagePeriod(ctx, asked);
    const before = { from: shiftDate(from, -dates.length), until: shiftDate(from, -1) };
    const values = [ctx.organizationId, before.from, from, until, projectId, EPISODES];
    const rows = await runSql(ctx.tx, sumUsageSql, values);
    const of = (by: UsageSumsRow["by"]) => rows.filter((row) => row.by === by && !row.isEarlier);
    const earlier = new Map(rows.filter((row) => row.isEarlier).map((row) => [groupKey(row), row]));
    const compare = (row: UsageSumsRow) => ({
      ...toSums(row),
      previousCostNanos: earlier.get(groupKey(row))?.costNanos ?? 0n,
    });
    const names = await nameGroups(ctx, { rows, from, until, projectId });

    const days = new Map(rows.flatMap((row) => (row.by === "day" && row.day ? [[row.day, row]] : [])));
    const [all] = of("episodes");
    const costOfEpisodes = all?.costNanos ?? 0n;
    return {
      zone,
      today,
      from,
      until,
      total: toSums(of("total")[0]),
      previous: {
        ...before,
        total: toSums(rows.find((row) => row.by === "total" && row.isEarlier)),
        byDay: dates.map((_, index) => {
          const date = shiftDate(before.from, index);
          return { date, ...toSums(days.get(date)) };
        }),
      },
      byDay: dates.map((date) => ({ date, isProvisional: date >= today, ...toSums(days.get(date)) })),
      /** What each purpose of a day cost, where it cost something. */
      purposesOfDays: of("day_purpose").map(({ day, purpose, costNanos }) => ({
        date: day ?? "",
        purpose: purpose ?? "",
        costNanos,
      })),
      byProject: of("project").map((row) => ({
        projectId: row.projectId,
        title: names.project(row.projectId),
        ...compare(row),
      })),
      byModel: of("model").map((row) => ({
        provider: row.provider ?? "",
        model: row.model ?? "",
        ...compare(row),
      })),
      byPurpose: of("purpose").map((row) => ({
        purpose: row.purpose ?? "",
        label: describePurpose(row.purpose ?? ""),
        ...compare(row),
      })),
      /** Who asked for the run, or the call; `userId` is null for what the cadence asked for. */
      byPerson: of("person").map((row) => ({
        userId: row.userId,
        name: names.person(row.userId),
        ...compare(row),
      })),
      /** The dearest of the period, at most 50. A reader is somebody who ever opened it. */
      byEpisode: of("episode").map((row) => {
        const readerCount = names.readers(row.episodeId);
        return {
          episodeId: row.episodeId ?? "",
          projectId: row.projectId,
          projectTitle: names.project(row.projectId),
          ...names.episode(row.episodeId),
          ...toSums(row),
          readerCount,
          perReaderNanos: divide(row.costNanos, readerCount),
        };
      }),
      /** All episodes that something was used for in the period, and the people who opened any episode during it. */
      episodes: {
        count: Number(all?.episodeCount ?? 0n),
        costNanos: costOfEpisodes,
        perEpisodeNanos: divide(costOfEpisodes, Number(all?.episodeCount ?? 0n)),
        readerCount: names.readers(null),
        perReaderNanos: divide(costOfEpisodes, names.readers(null)),
      },
    };
  },
);

export type Usage = Awaited<ReturnType<typeof getUsage>>;

function groupKey({ by, projectId, provider, model, purpose, userId }: UsageSumsRow): string {
  return JSON.stringify([by, projectId, provider, model, purpose, userId]);
}

/** Rounded up, as all cost is; null where there is nothing to divide by. */
function divide(nanos: bigint, count: number): bigint | null {
  return count === 0 ? null : (nanos + BigInt(count) - 1n) / BigInt(count);
}
