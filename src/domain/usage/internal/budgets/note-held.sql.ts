import { sql } from "#platform/database.ts";
import type { NoticeKey } from "./note-reached.sql.ts";

/** Keeps that ceilings hold runs, each window once, and answers with what is new. Values: organization, now, and budgets, scopes and first days, each a list. */
export const noteHeldSql = sql<NoticeKey>(
  "note_held_runs",
  `
INSERT INTO budget_notice (organization_id, budget_id, scope_id, starts_on, kind, told_at)
SELECT DISTINCT $1::uuid, t.budget_id, t.scope_id, t.starts_on::date, 'RUN_HELD'::budget_notice_kind, $2::timestamptz
FROM unnest($3::uuid[], $4::uuid[], $5::text[]) AS t (budget_id, scope_id, starts_on)
ON CONFLICT DO NOTHING
RETURNING budget_id AS "budgetId", scope_id AS "scopeId", starts_on::text AS "startsOn", kind`,
);
