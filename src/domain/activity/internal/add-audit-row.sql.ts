import { sql } from "#platform/database.ts";

const COLUMNS =
  "organization_id, sequence, actor_kind, actor_user_id, actor_name, action, target_type, target_id, before, after, address, user_agent, occurred_at, previous_hash, hash, seal";
const ROW =
  "$1::uuid, $2::bigint, $3::actor_kind, $4::uuid, $5::text, $6::text, $7::text, $8::text, $9::jsonb, $10::jsonb, $11::text, $12::text, $13::timestamptz, $14::bytea, $15::bytea, $16::bytea";

/** Adds a row and moves the head on to it. Values: the row's columns, then the head's seal. Answers with nothing where no head was. */
export const addAuditRowSql = sql<{ sequence: bigint }>(
  "add_audit_row",
  `
WITH moved AS (
  UPDATE audit_head SET sequence = $2::bigint, hash = $15::bytea, seal = $17::bytea
  WHERE organization_id = $1::uuid RETURNING sequence)
INSERT INTO audit_log (${COLUMNS}) SELECT ${ROW} FROM moved RETURNING sequence`,
);

/**
 * The same where there is no head yet. Two at once: the second waits for the first, and then answers with nothing. Values: the row's
 * columns, then the head's seal.
 */
export const addFirstAuditRowSql = sql<{ sequence: bigint }>(
  "add_first_audit_row",
  `
WITH made AS (
  INSERT INTO audit_head (organization_id, sequence, hash, sealed_from, seal)
  VALUES ($1::uuid, $2::bigint, $15::bytea, $2::bigint, $17::bytea)
  ON CONFLICT (organization_id) DO NOTHING RETURNING sequence)
INSERT INTO audit_log (${COLUMNS}) SELECT ${ROW} FROM made RETURNING sequence`,
);
