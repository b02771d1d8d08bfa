import { type WrittenMail, writeMail } from "#domain/people/mails/write-mail.ts";
import type { BudgetNoticeKind, BudgetWindow } from "#platform/db/generated/enums.ts";
import { sayDollars } from "../../say-dollars.ts";

interface BudgetMailFacts {
  kind: BudgetNoticeKind;
  window: BudgetWindow;
  startsOn: string;
  isHard: boolean;
  ceilingNanos: bigint;
  spentNanos: bigint;
  organization: string;
  /** Null for a ceiling of the whole organization. */
  project: string | null;
  heldCount: number;
  /** Those that are named. */
  held: readonly { project: string; occurrenceKey: string; reason: string | null }[];
  mayRaise: boolean;
  /** Who may raise it, for somebody who may not. */
  askOf: readonly string[];
  origin: string;
}

/** Tells that a ceiling is near, reached, or holds runs. */
export function budgetMail(facts: BudgetMailFacts): WrittenMail {
  return facts.kind === "RUN_HELD" ? heldMail(facts) : reachedMail(facts, facts.kind);
}

const SHARE = { REACHED_50: "Half", REACHED_80: "80 %", REACHED_100: "All" } as const;

function reachedMail(facts: BudgetMailFacts, kind: keyof typeof SHARE): WrittenMail {
  const { window, isHard, ceilingNanos, spentNanos, origin } = facts;
  const what = window === "EPISODE" ? "An episode" : scopeOf(facts);
  return writeMail({
    subject: `${SHARE[kind]} of a ceiling is spent: ${scopeOf(facts)}, ${windowOf(facts)}`,
    pieces: [
      {
        kind: "paragraph",
        text: `${what} has cost ${sayDollars(spentNanos)} of the ceiling of ${sayDollars(ceilingNanos)}, ${windowOf(facts)}.`,
      },
      {
        kind: "paragraph",
        text: isHard ? sayHard(window) : "The ceiling is soft: it tells, and holds nothing.",
      },
      { kind: "button", label: "See the ceilings", href: new URL("/usage/budgets", origin).href },
      {
        kind: "note",
        text: "This mail goes to owners and administrators, once for each mark of a ceiling in its day or month.",
      },
    ],
  });
}

function heldMail(facts: BudgetMailFacts): WrittenMail {
  const { held, heldCount, mayRaise, askOf, origin, organization, window } = facts;
  const more = heldCount - held.length;
  const goesOn =
    window === "EPISODE" ? "" : ` or when the next ${window === "DAY" ? "day" : "month"} begins,`;
  return writeMail({
    subject: `${heldCount === 1 ? "An episode waits" : `${heldCount} episodes wait`} for money: ${scopeOf(facts)}`,
    pieces: [
      {
        kind: "paragraph",
        text: `${organization} holds ${heldCount === 1 ? "the writing of an episode" : `the writing of ${heldCount} episodes`}, so that no more is spent than was allowed:`,
      },
      ...held.map(({ project, occurrenceKey, reason }) => {
        return { kind: "paragraph" as const, text: `${project}, ${occurrenceKey}: ${reason ?? "held"}` };
      }),
      ...(more > 0 ? [{ kind: "paragraph" as const, text: `And ${more} more.` }] : []),
      {
        kind: "paragraph",
        text: `Nothing is lost: they go on by themselves once the ceiling is raised,${goesOn} as far as there is room.${sayWhomToAsk(mayRaise, askOf)}`,
      },
      mayRaise
        ? { kind: "button", label: "Raise the ceiling", href: new URL("/usage/budgets", origin).href }
        : { kind: "button", label: "See what is held", href: new URL("/queue?view=attention", origin).href },
      {
        kind: "note",
        text: "This mail goes to those who edit these series, once for each ceiling in its day or month.",
      },
    ],
  });
}

function sayWhomToAsk(mayRaise: boolean, askOf: readonly string[]): string {
  if (mayRaise) return "";
  const names = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(askOf);
  return ` To have it raised, ask ${names || "an administrator"}.`;
}

function sayHard(window: BudgetWindow): string {
  const until = window === "EPISODE" ? "" : `, or until the ${window === "DAY" ? "day" : "month"} is over`;
  return `The ceiling is hard: what does not fit under it waits until somebody raises it${until}.`;
}

function scopeOf({ project, organization }: BudgetMailFacts): string {
  return project ?? organization;
}

/** `November 2026`, `Friday 20 November 2026`, `for each episode`. */
function windowOf({ window, startsOn }: BudgetMailFacts): string {
  if (window === "EPISODE") return "for each episode";
  const day = new Date(`${startsOn}T00:00:00Z`);
  const say = (part: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...part, timeZone: "UTC" }).format(day);
  const month = say({ month: "long", year: "numeric" });
  return window === "MONTH" ? month : `${say({ weekday: "long" })} ${day.getUTCDate()} ${month}`;
}
