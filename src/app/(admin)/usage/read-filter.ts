import { CallFilter } from "#domain/usage/call-filter.ts";
import { asksForPeriod, type ChosenPeriod, readPeriod } from "./chosen-period.ts";
import type { UsageFilter } from "./usage-address.ts";

/** What stands in the address of the calls. A form that was sent as it was leaves empty values behind: they ask for nothing. */
export type CallSearch = Record<string, string | string[] | undefined>;

interface AskedCalls {
  filter: UsageFilter;
  /** Null for all calls of one run or episode, whenever they were made. */
  period: ChosenPeriod | null;
  /** What the address asks for in a way that can't be, in words; it was left out. */
  problems: string[];
}

/** The calls that an address asks for. */
export function readCallSearch(search: CallSearch, today: string): AskedCalls {
  const { filter, notUnderstood } = readFilter(search);
  const problems =
    notUnderstood.length > 0 ? [`There is no such ${notUnderstood.join(", ")}, so it was left out.`] : [];
  if ((filter.episodeId || filter.queueId) && !asksForPeriod(search))
    return { filter, period: null, problems };
  const { problem, ...period } = readPeriod(search, today);
  if (problem) problems.push(`${problem} These are the last 30 days.`);
  return { filter, period, problems };
}

const SETTLED: Record<string, UsageFilter> = {
  exact: { settlement: "EXACT" },
  estimated: { settlement: "ESTIMATED" },
  unpriced: { isUnpriced: true },
};

const READERS: Record<string, (asked: string) => UsageFilter | null> = {
  project: (asked) => read("projectId", asked),
  model: readModel,
  purpose: (asked) => read("purpose", asked),
  person: (asked) => read("userId", asked),
  settled: (asked) => (Object.hasOwn(SETTLED, asked) ? (SETTLED[asked] ?? null) : null),
  episode: (asked) => read("episodeId", asked),
  run: (asked) => read("queueId", asked),
};

/** The filter that an address asks for. What it asks for in a way that can't be is left out, and the page says so. */
export function readFilter(search: CallSearch): { filter: UsageFilter; notUnderstood: string[] } {
  const filter: UsageFilter = {};
  const notUnderstood: string[] = [];
  for (const [field, reader] of Object.entries(READERS)) {
    const asked = search[field];
    if (asked === undefined || asked === "") continue;
    const part = typeof asked === "string" ? reader(asked) : null;
    if (part) Object.assign(filter, part);
    else notUnderstood.push(field);
  }
  return { filter, notUnderstood };
}

function read(
  key: "projectId" | "purpose" | "userId" | "episodeId" | "queueId",
  asked: string,
): UsageFilter | null {
  const outcome = CallFilter.shape[key].safeParse(asked);
  return outcome.success ? { [key]: outcome.data } : null;
}

/** `openai/gpt-5`; the name of a model may have slashes of its own. */
function readModel(asked: string): UsageFilter | null {
  const [, provider, model] = /^([^/]+)\/(.+)$/s.exec(asked) ?? [];
  return provider && model ? { provider, model } : null;
}
