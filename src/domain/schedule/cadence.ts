import { z } from "zod";
import { calendarOf } from "./internal/calendar.ts";
import { dayNumber, findDayNumber } from "./internal/local-date.ts";
import { findTimeZone } from "./time-zones.ts";

const LONGEST_PAUSE_DAYS = 366;

const LocalDate = z
  .string("Choose a date.")
  .regex(/^\d{4}-\d{2}-\d{2}$/, "Write the date as year-month-day, such as 2026-03-29.")
  .refine((date) => findDayNumber(date) !== undefined, {
    error: (issue) => `${String(issue.input)} is not in the calendar. Choose an existing date.`,
    abort: true,
  })
  .refine((date) => date >= "1970-01-01" && date <= "2999-12-31", "Choose a year from 1970 to 2999.");

const Days = z
  .array(z.int().min(1).max(7), "Choose the weekdays.")
  .min(1, "Choose at least one weekday.")
  .transform((days) => [...new Set(days)].sort((a, b) => a - b));

const Time = z
  .string("Choose a time.")
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$/,
    "Choose a time from 00:00 to 23:59, written as hours and minutes, such as 07:30.",
  );

const TimeZone = z.string("Choose a time zone.").transform((name, ctx) => {
  const timeZone = findTimeZone(name.trim());
  if (timeZone !== undefined) return timeZone;
  ctx.addIssue({
    code: "custom",
    message: `The time zone “${name.slice(0, 40)}” is not known. Choose a city, such as Europe/Berlin.`,
  });
  return z.NEVER;
});

const Pause = z
  .object({
    from: LocalDate,
    until: LocalDate.optional(),
  })
  .transform(({ from, until }, ctx) => {
    if (until === undefined) {
      ctx.addIssue({
        code: "custom",
        path: ["until"],
        message: "Say until when the pause lasts. To stop for good, set an end date instead.",
      });
      return z.NEVER;
    }
    if (until < from) {
      ctx.addIssue({ code: "custom", path: ["until"], message: "The pause ends before it begins." });
    } else if (dayNumber(until) - dayNumber(from) >= LONGEST_PAUSE_DAYS) {
      ctx.addIssue({
        code: "custom",
        path: ["until"],
        message: "A pause lasts a year at most. To stop for good, set an end date instead.",
      });
    }
    return { from, until };
  });

/**
 * The rule by which a project gets its episodes, as stored in `Project.cadenceConfig`: on these weekdays (ISO, 1 is Monday) at
 * this local time in this zone, from `startDate` until `endDate` (both included) or for `count` episodes, except in pauses
 * (both ends included) and on skipped dates. Not both an end and a count, as in RFC 5545 (3.3.10).
 */
export const Cadence = z
  .object({
    days: Days,
    time: Time,
    timeZone: TimeZone,
    startDate: LocalDate.optional(),
    endDate: LocalDate.optional(),
    count: z
      .int("Give the number of episodes as a whole number.")
      .min(1, "Plan at least one episode.")
      .max(10_000, "Plan at most 10,000 episodes.")
      .optional(),
    pauses: z.array(Pause).max(50, "Keep at most 50 pauses; remove those that are over.").optional(),
    skipDates: z
      .array(LocalDate)
      .max(366, "Skip at most 366 single dates; use a pause for longer breaks.")
      .transform((dates) => [...new Set(dates)].sort())
      .optional(),
  })
  .superRefine((cadence, ctx) => {
    const { startDate, endDate, count } = cadence;
    const refuse = (field: string, message: string) =>
      ctx.addIssue({ code: "custom", path: [field], message });
    if (endDate !== undefined && count !== undefined) {
      return refuse("count", "Choose either an end date or a number of episodes, not both.");
    }
    if (count !== undefined && startDate === undefined) {
      return refuse("startDate", "Choose the date from which the episodes are counted.");
    }
    if (startDate === undefined || endDate === undefined) return;
    if (endDate < startDate) return refuse("endDate", "The end date lies before the start date.");
    if (calendarOf(cadence)(dayNumber(startDate)) === undefined) {
      refuse("endDate", "No date is left between start and end. Choose other weekdays, dates or pauses.");
    }
  });
export type Cadence = z.output<typeof Cadence>;
