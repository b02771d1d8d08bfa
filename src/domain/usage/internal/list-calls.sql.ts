import { sql } from "#platform/database.ts";

/** One call of the ledger with the names of what it belongs to. */
export interface CallRow {
  id: string;
  callKey: string;
  occurredAt: Date;
  recordedAt: Date;
  purpose: string;
  phase: string | null;
  provider: string;
  model: string;
  promptVersion: string | null;
  uncachedInputTokens: bigint;
  cacheReadTokens: bigint;
  cacheWriteTokens: bigint;
  outputTokens: bigint;
  reasoningTokens: bigint;
  costNanos: bigint | null;
  settlement: "EXACT" | "ESTIMATED";
  durationMs: number | null;
  priceFrom: Date | null;
  priceIsOwn: boolean | null;
  uncachedInputNanosPerMillion: bigint | null;
  cacheReadNanosPerMillion: bigint | null;
  cacheWriteNanosPerMillion: bigint | null;
  outputNanosPerMillion: bigint | null;
  projectId: string | null;
  projectTitle: string | null;
  episodeId: string | null;
  episodeNumber: number | null;
  episodeTitle: string | null;
  queueId: string | null;
  occurrenceKey: string | null;
  userId: string | null;
  userName: string | null;
}

/**
 * Calls of the ledger, the newest first, before a place in it; null asks for no condition. Values: organization, first and last local date,
 * project, episode, run, purpose, provider, model, person, settlement, whether only those without a price, the place (instant, id), how
 * many, a call. `none` for project or person asks for those without.
 */
export const listCallsSql = sql<CallRow>(
  "list_calls",
  `
WITH zone AS MATERIALIZED (
  SELECT $2::text::date::timestamp AT TIME ZONE reporting_zone AS first, ($3::text::date + 1)::timestamp AT TIME ZONE reporting_zone AS past
  FROM organization WHERE id = $1::uuid
),
page AS (
  SELECT * FROM token_usage
  WHERE organization_id = $1::uuid
    AND ($2::text IS NULL OR occurred_at >= (SELECT first FROM zone))
    AND ($3::text IS NULL OR occurred_at < (SELECT past FROM zone))
    AND ($4::text IS NULL OR CASE WHEN $4::text = 'none' THEN project_id IS NULL ELSE project_id = NULLIF($4::text, 'none')::uuid END)
    AND ($5::text IS NULL OR episode_id = $5::text::uuid)
    AND ($6::text IS NULL OR queue_id = $6::text::uuid)
    AND ($7::text IS NULL OR purpose = $7::text)
    AND ($8::text IS NULL OR provider = $8::text)
    AND ($9::text IS NULL OR model = $9::text)
    AND ($10::text IS NULL OR CASE WHEN $10::text = 'none' THEN user_id IS NULL ELSE user_id = NULLIF($10::text, 'none')::uuid END)
    AND ($11::text IS NULL OR settlement = $11::text::usage_settlement)
    AND (NOT $12::boolean OR model_price_id IS NULL)
    AND ($16::text IS NULL OR id = $16::text::uuid)
    AND ($13::timestamptz IS NULL OR (occurred_at, id) < ($13::timestamptz, $14::uuid))
  ORDER BY occurred_at DESC, id DESC
  LIMIT $15::int
)
SELECT u.id, u.call_key AS "callKey", u.occurred_at AS "occurredAt", u.recorded_at AS "recordedAt", u.purpose, u.phase::text,
  u.provider, u.model, u.prompt_version AS "promptVersion", u.uncached_input_tokens AS "uncachedInputTokens",
  u.cache_read_tokens AS "cacheReadTokens", u.cache_write_tokens AS "cacheWriteTokens", u.output_tokens AS "outputTokens",
  u.reasoning_tokens AS "reasoningTokens", u.cost_nanos AS "costNanos", u.settlement::text, u.duration_ms AS "durationMs",
  p.valid_from AS "priceFrom", p.organization_id IS NOT NULL AS "priceIsOwn",
  p.uncached_input_nanos_per_million AS "uncachedInputNanosPerMillion", p.cache_read_nanos_per_million AS "cacheReadNanosPerMillion",
  p.cache_write_nanos_per_million AS "cacheWriteNanosPerMillion", p.output_nanos_per_million AS "outputNanosPerMillion",
  u.project_id AS "projectId", project.title AS "projectTitle", u.episode_id AS "episodeId", e.number AS "episodeNumber",
  e.title AS "episodeTitle", u.queue_id AS "queueId", q.occurrence_key AS "occurrenceKey", u.user_id AS "userId", person.name AS "userName"
FROM page u
LEFT JOIN model_price p ON p.id = u.model_price_id
LEFT JOIN project ON project.organization_id = u.organization_id AND project.id = u.project_id
LEFT JOIN episode e ON e.organization_id = u.organization_id AND e.id = u.episode_id
LEFT JOIN episode_schedule_queue q ON q.organization_id = u.organization_id AND q.id = u.queue_id
LEFT JOIN "user" person ON person.id = u.user_id
ORDER BY u.occurred_at DESC, u.id DESC`,
);
