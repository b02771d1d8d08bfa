import { sql } from "#platform/database.ts";

/**
 * Enters calls into the ledger, marks their days for the roll-up and counts what they cost in the windows of the budgets; answers with the
 * keys of those that were not there yet. Values: organization, now, the calls as JSON.
 *
 * Locks are taken in the order of `reserve_usage` and its kin (organization, ledger, days, windows), each kind sorted, so that none waits
 * for another in a circle; hence one query leans on the one before. The day's row is locked
 * until the calls are committed, and the roll-up takes the same lock before it reads the ledger: it can't tick off a day while a call of
 * that day is on its way. Setting the mark back to null does not depend on whose clock is ahead.
 */
export const recordUsageSql = sql<{ callKey: string }>(
  "record_usage",
  `
WITH zone AS MATERIALIZED (
  SELECT reporting_zone AS reporting, counting_zone AS counting FROM organization WHERE id = $1::uuid FOR KEY SHARE
),
entered AS (
  INSERT INTO token_usage (organization_id, call_key, project_id, episode_id, queue_id, user_id, purpose, phase, provider, model, prompt_version,
    model_price_id, uncached_input_tokens, cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, settlement,
    duration_ms, occurred_at, recorded_at)
  SELECT $1::uuid, c.call_key, c.project_id, c.episode_id, c.queue_id, c.user_id, c.purpose, c.phase, c.provider, c.model, c.prompt_version,
    c.model_price_id, c.uncached_input, c.cache_read, c.cache_write, c.output, c.reasoning, c.cost_nanos, c.settlement,
    c.duration_ms, c.occurred_at, $2::timestamptz
  FROM zone CROSS JOIN json_to_recordset($3::text::json) AS c (call_key text, project_id uuid, episode_id uuid, queue_id uuid, user_id uuid,
    purpose text, phase phase_name, provider text, model text, prompt_version text, model_price_id uuid, uncached_input bigint,
    cache_read bigint, cache_write bigint, output bigint, reasoning bigint, cost_nanos bigint, settlement usage_settlement, duration_ms int,
    occurred_at timestamptz)
  ORDER BY c.call_key
  ON CONFLICT (organization_id, call_key) DO NOTHING
  RETURNING call_key, project_id, episode_id, occurred_at, cost_nanos
),
marked AS (
  INSERT INTO usage_day (organization_id, day, changed_at)
  SELECT DISTINCT $1::uuid, (e.occurred_at AT TIME ZONE zone.reporting)::date AS day, $2::timestamptz
  FROM zone CROSS JOIN entered e ORDER BY day
  ON CONFLICT (organization_id, day) DO UPDATE SET
    changed_at = GREATEST(usage_day.changed_at, EXCLUDED.changed_at), rolled_up_at = NULL
  RETURNING day
),
spent AS (
  SELECT e.project_id, e.episode_id, (e.occurred_at AT TIME ZONE zone.counting)::date AS day, sum(e.cost_nanos) AS nanos
  FROM zone CROSS JOIN entered e
  WHERE e.cost_nanos > 0
  GROUP BY 1, 2, 3
),
held AS MATERIALIZED (
  SELECT first.days, hold_windows($1::uuid) FROM (SELECT count(*) AS days FROM marked) AS first WHERE first.days > 0
),
counted AS (
  INSERT INTO spending_window AS w (organization_id, scope_id, "window", starts_on, project_id, spent_nanos)
  SELECT $1::uuid, s.scope_id, s."window", s.starts_on, s.project_id, sum(spent.nanos)
  FROM held
  CROSS JOIN spent
  CROSS JOIN LATERAL (VALUES
    (1, spent.episode_id, 'EPISODE'::budget_window, DATE '1970-01-01', spent.project_id),
    (2, spent.project_id, 'DAY', spent.day, spent.project_id),
    (3, spent.project_id, 'MONTH', date_trunc('month', spent.day::timestamp)::date, spent.project_id),
    (4, $1::uuid, 'DAY', spent.day, NULL),
    (5, $1::uuid, 'MONTH', date_trunc('month', spent.day::timestamp)::date, NULL)) AS s (turn, scope_id, "window", starts_on, project_id)
  WHERE s.scope_id IS NOT NULL
  GROUP BY s.turn, s.scope_id, s."window", s.starts_on, s.project_id
  ORDER BY s.turn, s.scope_id, s.starts_on
  ON CONFLICT (organization_id, scope_id, "window", starts_on) DO UPDATE SET spent_nanos = w.spent_nanos + EXCLUDED.spent_nanos
)
SELECT call_key AS "callKey" FROM entered`,
);
