import type pg from "pg";
import type { AuditRow } from "../audit-chain.ts";

/**
 * A cursor: one snapshot, and never more than a page in memory. Numbers that a superuser put out of order, or twice, come as they are.
 * The transaction has entered the organization.
 */
const OPEN = `
DECLARE audit_rows NO SCROLL CURSOR FOR
SELECT organization_id, sequence, actor_kind::text, actor_user_id, actor_name, action, target_type, target_id, before, after, address, user_agent,
  occurred_at::text, previous_hash, hash, seal
FROM audit_log WHERE organization_id = current_organization() ORDER BY sequence`;
const FETCH = "FETCH 4000 FROM audit_rows";

type Columns = [
  organizationId: string,
  sequence: bigint,
  actorKind: string,
  actorUserId: string | null,
  actorName: string | null,
  action: string,
  targetType: string,
  targetId: string,
  before: unknown,
  after: unknown,
  address: string | null,
  userAgent: string | null,
  occurredAt: string,
  previousHash: Buffer,
  hash: Buffer,
  seal: Buffer | null,
];

/** The rows of the log of the organization that was entered, page by page; the next page is asked for while one is being read. */
export async function* auditRows(client: pg.ClientBase): AsyncGenerator<AuditRow[]> {
  await client.query("SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'");
  await client.query(OPEN);
  const next = () => client.query<Columns>({ text: FETCH, rowMode: "array" });
  let coming = next();
  try {
    for (;;) {
      const { rows } = await coming;
      if (rows.length === 0) return;
      coming = next();
      // Whoever stops early leaves it behind; its failure is then nobody's.
      coming.catch(() => undefined);
      yield rows.map(asRow);
    }
  } finally {
    // After an error the transaction is lost, and the cursor with it.
    await client.query("CLOSE audit_rows").catch(() => undefined);
  }
}

function asRow([
  organizationId,
  sequence,
  actorKind,
  actorUserId,
  actorName,
  action,
  targetType,
  targetId,
  before,
  after,
  address,
  userAgent,
  occurredAt,
  previousHash,
  hash,
  seal,
]: Columns): AuditRow {
  return {
    organizationId,
    sequence,
    actorKind,
    actorUserId,
    actorName,
    action,
    targetType,
    targetId,
    before,
    after,
    ...(address === null ? {} : { address }),
    ...(userAgent === null ? {} : { userAgent }),
    occurredAt: instant(occurredAt),
    previousHash,
    hash,
    seal,
  };
}

const CLOCK_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/;

/**
 * An instant as it was hashed, from how PostgreSQL writes it in UTC. A superuser can store instants that no clock shows, such as
 * infinity: they are hashed as what they are, and found.
 */
function instant(written: string): string {
  const [, date, time, fraction = ""] = CLOCK_TIME.exec(written) ?? [];
  return date ? `${date}T${time}.${fraction.padEnd(3, "0")}Z` : written;
}
