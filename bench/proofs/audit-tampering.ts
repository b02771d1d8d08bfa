import pg from "pg";
import type { AuditWitnesses } from "#domain/activity/audit-chain.ts";
import { walkLog } from "#domain/activity/internal/walk-log.ts";
import type { TestDatabase } from "#testing/database.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { testKeys } from "#testing/test-keys.ts";
import { withDatabase } from "#testing/with-database.ts";
import { makeLogs, type SceneLog } from "../audit-logs.ts";
import { TAMPERINGS } from "../audit-tamperings.ts";
import type { Proof } from "../proof.ts";

const TIMES = 1_000;
const SEED = 20_261_121;

interface Count {
  made: number;
  found: number;
  named: number;
}

/** Each tampering is made in a transaction of a superuser's, verified inside it by the code of `audit verify`, and undone. */
export const proof: Proof = {
  name: "audit-tampering",
  says: "1,000 random tamperings of the audit log by a superuser are all found, and the first bad row is named",
  quick: true,
  run: () => withDatabase("audit-tampering", tamperWithAll),
};

async function tamperWithAll(database: TestDatabase): Promise<{ ok: boolean; figure: string }> {
  const types = database.app.pool.options.types;
  const admin = new pg.Client({ connectionString: database.adminUrl, ...(types ? { types } : {}) });
  await admin.connect();
  try {
    const logs = await makeLogs(database, admin);
    await disarm(admin);
    return sum(await tamper(admin, logs));
  } finally {
    await admin.end();
  }
}

async function tamper(admin: pg.Client, logs: readonly SceneLog[]): Promise<Map<string, Count>> {
  await admin.query("begin");
  const before = await isAsExpected(admin, logs, new Map());
  await admin.query("rollback");
  if (!before.named) throw new Error(`The logs are bad before anything was done: ${before.seen}.`);
  const kinds = Object.entries(TAMPERINGS);
  const counts = new Map<string, Count>(kinds.map(([kind]) => [kind, { made: 0, found: 0, named: 0 }]));
  const random = seededRandom(SEED);
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  for (let time = 0; time < TIMES; time += 1) {
    const [kind, attack] = kinds[time % kinds.length] ?? never();
    const hit = between(0, logs.length - 1);
    const log = logs[hit] ?? never();
    const other = logs[(hit + between(1, logs.length - 1)) % logs.length] ?? never();
    await admin.query("begin");
    const bad = await attack({ admin, log, other, between });
    const expected = new Map([[log.organizationId, typeof bad === "number" ? bad : bad.first]]);
    if (typeof bad !== "number") expected.set(other.organizationId, bad.other);
    const { found, named, seen } = await isAsExpected(admin, logs, expected);
    await admin.query("rollback");
    const count = counts.get(kind) ?? never();
    count.made += 1;
    count.found += Number(found);
    count.named += Number(named);
    if (!named) console.log(`${kind}: row ${[...expected.values()].join(", ")} was hit, named: ${seen}`);
  }
  return counts;
}

/** What a superuser can switch off is switched off: only hashes, seals and anchors are left. */
async function disarm(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; held: string }>(
    "select conname as name, conrelid::regclass::text as held from pg_constraint where conrelid in ('audit_log'::regclass, 'audit_head'::regclass) and contype in ('c', 'f')",
  );
  for (const { name, held } of rows) await admin.query(`alter table ${held} drop constraint ${name}`);
  await admin.query("alter table audit_head disable trigger all");
}

/** Verifies every log; the last head of each was anchored. Right when those that were hit are named by their row, and no other. */
async function isAsExpected(
  admin: pg.Client,
  logs: readonly SceneLog[],
  expected: ReadonlyMap<string, number>,
) {
  const seen: string[] = [];
  let found = true;
  let named = true;
  for (const { organizationId, heads } of logs) {
    const anchors: AuditWitnesses["anchors"] = heads.slice(-1);
    await admin.query("select set_config('app.organization_id', $1, $2)", [
      organizationId,
      expected.size > 0,
    ]);
    const { problem } = await walkLog(admin, { organizationId, keys: testKeys, anchors });
    const row = expected.get(organizationId);
    if (row !== undefined && !problem) found = false;
    if ((problem ? Number(problem.sequence) : undefined) !== row) named = false;
    if (problem) seen.push(`${problem.sequence} ${problem.fault}`);
  }
  return { found, named, seen: seen.join(", ") || "nothing" };
}

function sum(counts: ReadonlyMap<string, Count>): { ok: boolean; figure: string } {
  const total: Count = { made: 0, found: 0, named: 0 };
  const width = Math.max(...[...counts.keys()].map((kind) => kind.length));
  console.log(`${"kind".padEnd(width)}  made  found  first bad row named`);
  for (const [kind, { made, found, named }] of counts) {
    console.log(
      `${kind.padEnd(width)}  ${`${made}`.padStart(4)}  ${`${found}`.padStart(5)}  ${`${named}`.padStart(5)}`,
    );
    total.made += made;
    total.found += found;
    total.named += named;
  }
  return {
    ok: total.made === TIMES && total.found === TIMES && total.named === TIMES,
    figure: `${total.found} of ${total.made} tamperings found in ${counts.size} kinds, the first bad row named in ${total.named}`,
  };
}

function never(): never {
  throw new Error("out of range");
}
