import { formatDay } from "#ui/format/format-date.ts";

/** The periods that the usage pages offer, by their name in the address. */
export const USAGE_PERIODS = {
  month: "This month",
  "last-month": "Last month",
  "7": "7 days",
  "30": "30 days",
  "90": "90 days",
} as const;
export type PeriodName = keyof typeof USAGE_PERIODS;

/** As the ledger is read: two years, a leap day included. */
const MOST_DAYS = 731;

/** A period of local dates, both ends included. */
export interface ChosenPeriod {
  /** Null for own dates. */
  name: PeriodName | null;
  from: string;
  until: string;
}

/** What of an address names the period; of several fields with one name none counts. */
export type PeriodSearch = Partial<Record<"period" | "from" | "until", string | string[]>>;

/**
 * The period that an address asks for: own dates before a name; 30 days where it asks for neither, or for what can't be, with the
 * reason in `problem`.
 */
export function readPeriod(search: PeriodSearch, today: string): ChosenPeriod & { problem: string | null } {
  const [from, until] = [text(search.from), text(search.until)];
  if (from === "" && until === "") return { ...named(text(search.period), today), problem: null };
  const own = { from: from || shiftDate(until, -29), until: until || today };
  const problem = whyNot(own, today);
  if (problem) return { ...named("30", today), problem };
  return { name: null, from: own.from, until: own.until > today ? today : own.until, problem: null };
}

/** True when an address names a period at all. */
export function asksForPeriod(search: PeriodSearch): boolean {
  return Boolean(search.period || search.from || search.until);
}

/** The period as it stands in an address: by its name where it has one, so that a link keeps up with the days. */
export function periodQuery({ name, from, until }: ChosenPeriod): Record<string, string> {
  return name === null ? { from, until } : { period: name };
}

/** How many days a period has, both ends included. */
export function countDays({ from, until }: Pick<ChosenPeriod, "from" | "until">): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
}

/** A period in few words: `1 – 21 Oct`, `25 Oct – 3 Nov`; a year only where it is not that of `today`. */
export function sayPeriod({ from, until }: Pick<ChosenPeriod, "from" | "until">, today: string): string {
  const year = (date: string) => (date.slice(0, 4) === today.slice(0, 4) ? "" : ` ${date.slice(0, 4)}`);
  const end = `${formatDay(until)}${year(until)}`;
  if (from === until) return end;
  const isOneMonth = from.slice(0, 7) === until.slice(0, 7);
  return `${isOneMonth ? Number(from.slice(8)) : `${formatDay(from)}${year(from)}`} – ${end}`;
}

function named(asked: string, today: string): ChosenPeriod {
  const first = `${today.slice(0, 8)}01`;
  const end = shiftDate(first, -1);
  if (asked === "month") return { name: asked, from: first, until: today };
  if (asked === "last-month") return { name: asked, from: `${end.slice(0, 8)}01`, until: end };
  const name = asked === "7" || asked === "90" ? asked : "30";
  return { name, from: shiftDate(today, 1 - Number(name)), until: today };
}

function whyNot({ from, until }: { from: string; until: string }, today: string): string | null {
  if (!isDate(from) || !isDate(until)) return "What the address asks for is no date.";
  if (from > today) return "That period has not begun yet.";
  if (until < from) return "That period ends before it begins.";
  if (countDays({ from, until }) > MOST_DAYS) return "A period may span two years at most.";
  return null;
}

function text(asked: string | string[] | undefined): string {
  return typeof asked === "string" ? asked : "";
}

function isDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && shiftDate(date, 0) === date;
}

/** Local dates are plain dates: in UTC every one of them has 24 hours. What is no date stays as it is. */
function shiftDate(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}
