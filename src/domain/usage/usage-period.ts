import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { todayInZoneSql } from "./internal/today-in-zone.sql.ts";

const DAYS_OF_A_PAGE = 30;
const MOST_DAYS = 731;

/** A period of local dates in the organization's reporting zone, both ends included; the last 30 days unless said otherwise. */
export const UsagePeriod = z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() });
export type UsagePeriod = z.infer<typeof UsagePeriod>;

/**
 * The dates of a period, with the zone that they are counted in and the date that it is there.
 *
 * @throws AppError INVALID for a period that ends before it begins or spans more than two years
 */
export async function readUsagePeriod({ tx, organizationId, clock }: TxCtx, period: UsagePeriod) {
  const [today] = await runSql(tx, todayInZoneSql, [organizationId, clock.now()]);
  if (!today) throw new AppError("NOT_FOUND", "There is no such organization.");
  const until = period.until ?? today.date;
  const from = period.from ?? shiftDate(until, 1 - DAYS_OF_A_PAGE);
  return { zone: today.zone, today: today.date, from, until, dates: datesOf(from, until) };
}

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
export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
