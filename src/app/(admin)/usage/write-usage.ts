import { writeCsv } from "#app/write-csv.ts";
import type { UsageDayRow } from "#domain/usage/export-usage.ts";
import type { UsageCallLine } from "#domain/usage/list-calls.ts";
import { writeDollars } from "#domain/usage/write-dollars.ts";

export type UsageFormat = "csv" | "json";

export const USAGE_TYPES: Record<UsageFormat, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

type Facts = Record<string, string | number | null>;

/** Writes pages of rows as a file, while they are being read: a table, or one array of JSON. Money is in dollars, exactly, as text. */
export async function* writeUsage<Row>(
  pages: AsyncIterable<Row[]>,
  factsOf: (row: Row) => Facts,
  { format, columns }: { format: UsageFormat; columns: readonly string[] },
): AsyncGenerator<string> {
  if (format === "csv") {
    yield writeCsv([columns]);
    for await (const page of pages)
      yield writeCsv(page.map((row) => columns.map((column) => factsOf(row)[column])));
    return;
  }
  let between = "[\n";
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield between + page.map((row) => JSON.stringify(factsOf(row))).join(",\n");
    between = ",\n";
  }
  yield between === "[\n" ? "[]\n" : "\n]\n";
}

export const DAY_COLUMNS = [
  ...["day", "zone", "project_id", "project", "provider", "model", "purpose", "calls"],
  ...[
    "uncached_input_tokens",
    "cache_read_tokens",
    "cache_write_tokens",
    "output_tokens",
    "reasoning_tokens",
  ],
  ...["cost_usd", "estimated_calls", "unpriced_calls"],
] as const;

/** What one project used of one model for one purpose on one day of the zone; calls without a price are in no cost. */
export function factsOfDay(
  row: UsageDayRow,
  zone: string,
): Record<(typeof DAY_COLUMNS)[number], string | number | null> {
  return {
    day: row.day,
    zone,
    project_id: row.projectId,
    project: row.projectTitle,
    provider: row.provider,
    model: row.model,
    purpose: row.purpose,
    calls: Number(row.callCount),
    uncached_input_tokens: Number(row.uncachedInputTokens),
    cache_read_tokens: Number(row.cacheReadTokens),
    cache_write_tokens: Number(row.cacheWriteTokens),
    output_tokens: Number(row.outputTokens),
    reasoning_tokens: Number(row.reasoningTokens),
    cost_usd: writeDollars(row.costNanos),
    estimated_calls: Number(row.estimatedCount),
    unpriced_calls: Number(row.unpricedCount),
  };
}

export const CALL_COLUMNS = [
  ...[
    "id",
    "at",
    "project_id",
    "project",
    "episode_id",
    "episode",
    "run_id",
    "person_id",
    "person",
    "purpose",
    "phase",
  ],
  ...[
    "provider",
    "model",
    "prompt",
    "uncached_input_tokens",
    "cache_read_tokens",
    "cache_write_tokens",
    "output_tokens",
  ],
  ...["reasoning_tokens", "cost_usd", "settlement", "duration_ms", "price_from", "recorded_at"],
] as const;

/** One call; instants are ISO 8601 in UTC, the cost of a call without a price is empty. */
export function factsOfCall(
  call: UsageCallLine,
): Record<(typeof CALL_COLUMNS)[number], string | number | null> {
  return {
    id: call.id,
    at: call.occurredAt.toISOString(),
    project_id: call.project?.id ?? null,
    project: call.project?.title ?? null,
    episode_id: call.episode?.id ?? null,
    episode: call.episode?.title ?? null,
    run_id: call.run?.id ?? null,
    person_id: call.person?.id ?? null,
    person: call.person?.name ?? null,
    purpose: call.purpose,
    phase: call.phase,
    provider: call.provider,
    model: call.model,
    prompt: call.promptVersion,
    uncached_input_tokens: call.uncachedInputTokens,
    cache_read_tokens: call.cacheReadTokens,
    cache_write_tokens: call.cacheWriteTokens,
    output_tokens: call.outputTokens,
    reasoning_tokens: call.reasoningTokens,
    cost_usd: call.costNanos === null ? null : writeDollars(call.costNanos),
    settlement: call.settlement,
    duration_ms: call.durationMs,
    price_from: call.price?.validFrom.toISOString() ?? null,
    recorded_at: call.recordedAt.toISOString(),
  };
}
