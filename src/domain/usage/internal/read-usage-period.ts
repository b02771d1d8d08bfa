import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { shiftDate, type UsagePeriod } from "../usage-period.ts";
import { todayInZoneSql } from "./today-in-zone.sql.ts";

const DAYS_OF_A_PAGE = 30;
const MOST_DAYS = 731;

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
