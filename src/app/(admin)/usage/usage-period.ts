import { addDays, format, parseISO } from "date-fns";

/** The periods that the usage page offers, by their name in the address. */
export const USAGE_PERIODS = {
  "7": "7 days",
  "30": "30 days",
  "90": "90 days",
  month: "This month",
} as const;
export type UsagePeriod = keyof typeof USAGE_PERIODS;

/** The period that an address asks for; 30 days for anything else. */
export function readPeriod(asked: unknown): UsagePeriod {
  return typeof asked === "string" && Object.hasOwn(USAGE_PERIODS, asked) ? (asked as UsagePeriod) : "30";
}

/** The first local date of a period that ends with `today`, both included. */
export function periodStart(period: UsagePeriod, today: string): string {
  if (period === "month") return `${today.slice(0, 8)}01`;
  return format(addDays(parseISO(today), 1 - Number(period)), "yyyy-MM-dd");
}
