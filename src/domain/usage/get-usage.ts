import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { sumUsageSql, type UsageSumsRow } from "./internal/sum-usage.sql.ts";
import { todayInZoneSql } from "./internal/today-in-zone.sql.ts";
import { describePurpose } from "./purposes.ts";

const DAYS_OF_A_PAGE = 30;
const MOST_DAYS = 731;

/** Sums of the ledger. Tokens are in disjoint buckets but for reasoning, which is inside output. */
export interface UsageSums {
  callCount: number;
  uncachedInputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  reasoningTokens: number;
  costNanos: bigint;
  /** Calls of `callCount` that were settled at the worst case, because their true usage is not known. */
  estimatedCount: number;
}

/**
 * What was used over a period of local dates in the organization's reporting zone (both ends included; the last 30 days
 * unless said otherwise), in all and by day, project, model and purpose. Exact to the last committed call: days that wait for
 * the roll-up are read from the ledger. Today is provisional, because its day is not over.
 *
 * @throws AppError INVALID for a period that ends before it begins or spans more than two years
 */
export const getUsage = query(
  {
    needs: "usage.read",
    input: z.object({
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      projectId: z.uuid().optional(),
    }),
  },
  async ({ tx, organizationId, clock }, input) => {
    const [today] = await runSql(tx, todayInZoneSql, [organizationId, clock.now()]);
    if (!today) throw new AppError("NOT_FOUND", "There is no such organization.");
    const until = input.until ?? today.date;
    const from = input.from ?? shiftDate(until, 1 - DAYS_OF_A_PAGE);
    const dates = datesOf(from, until);

    const rows = await runSql(tx, sumUsageSql, [organizationId, from, until, input.projectId ?? null]);
    const of = (by: UsageSumsRow["by"]) => rows.filter((row) => row.by === by);
    const projectIds = of("project").flatMap(({ projectId }) => projectId ?? []);
    const projects = await tx.project.findMany({
      where: { organizationId, id: { in: projectIds } },
      select: { id: true, title: true },
    });
    const titles = new Map(projects.map(({ id, title }) => [id, title]));
    const days = new Map(of("day").map((row) => [row.day, row]));
    return {
      zone: today.zone,
      today: today.date,
      from,
      until,
      total: toSums(of("total")[0]),
      byDay: dates.map((date) => ({ date, isProvisional: date >= today.date, ...toSums(days.get(date)) })),
      byProject: of("project").map((row) => ({
        projectId: row.projectId,
        title: row.projectId === null ? null : (titles.get(row.projectId) ?? null),
        ...toSums(row),
      })),
      byModel: of("model").map((row) => ({
        provider: row.provider ?? "",
        model: row.model ?? "",
        ...toSums(row),
      })),
      byPurpose: of("purpose").map((row) => ({
        purpose: row.purpose ?? "",
        label: describePurpose(row.purpose ?? ""),
        ...toSums(row),
      })),
    };
  },
);

function datesOf(from: string, until: string): string[] {
  if (until < from) throw new AppError("INVALID", "The period ends before it begins. Choose a later end.");
  const dates: string[] = [];
  for (let date = from; date <= until; date = shiftDate(date, 1)) {
    dates.push(date);
    if (dates.length > MOST_DAYS)
      throw new AppError("INVALID", "A period may span two years at most. Choose a shorter one.");
  }
  return dates;
}

/** Local dates are plain dates: in UTC every one of them has 24 hours. */
function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function toSums(row: UsageSumsRow | undefined): UsageSums {
  return {
    callCount: Number(row?.callCount ?? 0n),
    uncachedInputTokens: Number(row?.uncachedInputTokens ?? 0n),
    cacheReadTokens: Number(row?.cacheReadTokens ?? 0n),
    cacheWriteTokens: Number(row?.cacheWriteTokens ?? 0n),
    outputTokens: Number(row?.outputTokens ?? 0n),
    reasoningTokens: Number(row?.reasoningTokens ?? 0n),
    costNanos: row?.costNanos ?? 0n,
    estimatedCount: Number(row?.estimatedCount ?? 0n),
  };
}
