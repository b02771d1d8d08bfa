import type { CallFilter } from "#domain/usage/call-filter.ts";
import { type ChosenPeriod, periodQuery } from "./chosen-period.ts";
import type { Measure } from "./measure.ts";

/** Which calls, beside their dates; what is left out doesn't matter. */
export type UsageFilter = Omit<CallFilter, "callId" | "from" | "until">;

interface View {
  period: ChosenPeriod;
  /** Undefined where the page chooses by itself. */
  measure?: Measure | undefined;
  projectId?: string | undefined;
}

/** The overview as it is shown, as an address. */
export function overviewAddress({ period, measure, projectId }: View): string {
  const query = new URLSearchParams(periodQuery(period));
  if (measure) query.set("measure", measure);
  if (projectId) query.set("project", projectId);
  return `/usage?${query}`;
}

/** The calls that a filter lets through; without a period those of one run or episode are all of them. */
export function callsAddress(period: ChosenPeriod | null, filter: UsageFilter = {}, before?: string): string {
  const query = callsQuery(period, filter);
  if (before) query.set("before", before);
  return `/usage/calls?${query}`;
}

/** The same as a file: `calls` one by one, or `days` summed up. */
export function exportAddress(
  what: "calls" | "days",
  format: "csv" | "json",
  period: ChosenPeriod | null,
  filter: UsageFilter = {},
): string {
  const query = callsQuery(period, filter);
  query.set("what", what);
  query.set("format", format);
  return `/usage/export?${query}`;
}

/** A filter by the names that its parts have in the address and in the form. */
export function filterFields(filter: UsageFilter): Record<string, string> {
  const { projectId, provider, model, purpose, userId, episodeId, queueId, settlement, isUnpriced } = filter;
  const fields = {
    project: projectId,
    model: provider && model ? modelName(provider, model) : undefined,
    purpose,
    person: userId,
    settled: isUnpriced ? "unpriced" : settlement?.toLowerCase(),
    episode: episodeId,
    run: queueId,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])),
  );
}

/** A model with its provider as one word, for an address. No provider has a slash in its name. */
export function modelName(provider: string, model: string): string {
  return `${provider}/${model}`;
}

function callsQuery(period: ChosenPeriod | null, filter: UsageFilter): URLSearchParams {
  return new URLSearchParams({ ...(period ? periodQuery(period) : {}), ...filterFields(filter) });
}
