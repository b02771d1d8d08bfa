import { sql } from "#platform/database.ts";

/** A row of the audit log as it is shown. */
export interface AuditPageRow {
  sequence: bigint;
  occurredAt: Date;
  actorKind: "USER" | "API_KEY" | "SYSTEM";
  actorUserId: string | null;
  actorName: string | null;
  action: string;
  targetType: string;
  targetId: string;
  before: unknown;
  after: unknown;
  address: string | null;
  userAgent: string | null;
}

/**
 * Rows of an organization's log, the newest first, before a number; null asks for no condition. Values: organization, number, person,
 * whether only scheduled work, action, first and last local date, their zone, a part of the target, how many.
 */
export const auditPageSql = sql<AuditPageRow>(
  "audit_page",
  `
SELECT sequence, occurred_at AS "occurredAt", actor_kind::text AS "actorKind", actor_user_id AS "actorUserId", actor_name AS "actorName", action,
  target_type AS "targetType", target_id AS "targetId", before, after, address, user_agent AS "userAgent"
FROM audit_log
WHERE organization_id = $1::uuid
  AND ($2::bigint IS NULL OR sequence < $2::bigint)
  AND ($3::uuid IS NULL OR actor_user_id = $3::uuid)
  AND (NOT $4::boolean OR actor_kind = 'SYSTEM')
  AND ($5::text IS NULL OR action = $5::text)
  AND ($6::date IS NULL OR occurred_at >= $6::date::timestamp AT TIME ZONE $8::text)
  AND ($7::date IS NULL OR occurred_at < ($7::date + 1)::timestamp AT TIME ZONE $8::text)
  AND ($9::text IS NULL
    OR position(lower($9::text) IN lower(concat_ws(' ', target_type, target_id, before->>'title', after->>'title', before->>'name', after->>'name'))) > 0
    OR target_id IN (SELECT id::text FROM project WHERE organization_id = $1::uuid AND position(lower($9::text) IN lower(title)) > 0)
    OR target_id IN (SELECT id::text FROM source WHERE organization_id = $1::uuid AND position(lower($9::text) IN lower(title)) > 0))
ORDER BY sequence DESC
LIMIT $10::int`,
);
