import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Ctx } from "#platform/context.ts";
import {
  type Database,
  inBareOrganization,
  inOrganization,
  openDatabase,
  runSql,
  sql,
  type Tx,
} from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { testKeys } from "#testing/test-keys.ts";

/** How a transaction goes. All but the first must leave nothing behind. */
export const ENDS = {
  committed: 50,
  "error of ours": 14,
  "error of the database": 10,
  "write for another organization": 8,
  "cancelled by pg_cancel_backend": 7,
  "statement timed out": 6,
  "idle too long": 3,
  "connection killed": 2,
} as const;
type End = keyof typeof ENDS;

interface Options {
  adminUrl: string;
  appUrl: string;
  workerUrl: string;
  transactions: number;
  organizations: number;
  connections: number;
  seed?: number;
  onProgress?(done: number): void;
}

export interface Interleaved {
  /** How many transactions ended in each way, by how they were made: `Prisma as the web, committed`. */
  counts: Map<string, number>;
  /** How many connections were looked at right after a transaction, before anything else was done on them. */
  looks: number;
  /** Whatever must not be: a foreign row, a setting left behind, a row that should not be there or is not. */
  wrong: string[];
}

interface Lab {
  admin: pg.Pool;
  organizations: string[];
  /** Marks of the rows that must be there in the end. */
  kept: Set<string>;
  wrong: string[];
  random(): number;
}

/** Transactions of many organizations at once on a small pool, as both run-time roles, through Prisma and on bare connections. */
export async function interleave(options: Options): Promise<Interleaved> {
  const { transactions, connections } = options;
  const admin = new pg.Pool({ connectionString: options.adminUrl, max: 4 });
  admin.on("error", () => undefined);
  const lab: Lab = {
    admin,
    organizations: await makeOrganizations(admin, options.organizations),
    kept: new Set(),
    wrong: [],
    random: seededRandom(options.seed ?? 500),
  };
  const databases = {
    web: openDatabase(options.appUrl, { connections }),
    worker: openDatabase(options.workerUrl, { connections }),
  };
  const watches = Object.values(databases).map((database) => watch(database, lab.wrong));
  const counts = new Map<string, number>();
  let started = 0;
  const runner = async () => {
    while (started < transactions && lab.wrong.length < 20) {
      started += 1;
      if (started % 5_000 === 0) options.onProgress?.(started);
      const role = lab.random() < 0.5 ? "web" : "worker";
      const way = lab.random() < 0.5 ? "Prisma" : "bare";
      const end = await runOne(lab, databases[role], way);
      const kind = `${way} as the ${role}, ${end}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections * 4 }, runner));
    const looks = (await Promise.all(watches.map((end) => end()))).reduce((sum, seen) => sum + seen, 0);
    await compareRows(lab);
    return { counts, looks, wrong: lab.wrong };
  } finally {
    await Promise.all([...Object.values(databases).map((database) => database.close()), admin.end()]);
  }
}

async function makeOrganizations(admin: pg.Pool, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await admin.query(
    "insert into organization (id, name, slug) select id, 'Org', 'org-' || id from unnest($1::uuid[]) id",
    [ids],
  );
  await admin.query(
    "insert into project (organization_id, title, goal, cadence_config) select id, 'T', id::text, '{}' from unnest($1::uuid[]) id",
    [ids],
  );
  return ids;
}

const LOOK = `
select current_setting('app.organization_id', true) as organization, current_setting('app.user_id', true) as person,
  current_setting('app.project_ids', true) as projects, current_setting('idle_in_transaction_session_timeout') as pause,
  current_setting('statement_timeout') as timeout, (select count(*)::int from project) as rows`;

/**
 * Looks at each connection the moment it is given back: the question is queued before anything that the next user of the connection
 * asks. Answers with a function that waits for the last look and says how many there were.
 */
export function watch({ pool }: Database, wrong: string[]): () => Promise<number> {
  const looks: Promise<boolean>[] = [];
  pool.on("release", (error, client) => {
    if (error) return;
    const look = client.query(LOOK).then(
      ({ rows: [left] }) => {
        const isClean = !left.organization && !left.person && !left.projects && left.rows === 0;
        if (!isClean || left.pause !== "0" || left.timeout !== "0")
          wrong.push(`left behind: ${JSON.stringify(left)}`);
        return true;
      },
      // The server closed it: nothing is left of it either. A cancellation that came late may also hit the look.
      () => false,
    );
    looks.push(look);
  });
  return async () => (await Promise.all(looks)).filter(Boolean).length;
}

type Runner = Tx | pg.ClientBase;

const readSql = sql<{ organization_id: string; goal: string }>(
  "read_projects",
  "select organization_id, goal from project",
);
const readForeignSql = sql<object>("read_foreign", "select 1 from project where organization_id = $1::uuid");
/** Without a condition: the wall alone keeps it from everybody else's rows. */
const writeSql = sql<{ organization_id: string }>(
  "write_projects",
  "update project set goal = $1 returning organization_id",
);
const addSql = sql<never>(
  "add_event",
  "insert into user_event (organization_id, type, data, occurred_at) values ($1::uuid, 'episode_opened', jsonb_build_object('of', $2::text, 'mark', $3::text), now())",
);
const pidSql = sql<{ pid: number }>("own_pid", "select pg_backend_pid() as pid");
const sleepSql = sql<object>("sleep", "select pg_sleep(3)");
const setSql = sql<object>("set_for_transaction", "select set_config($1, $2, true)");
const failSql = sql<object>("fail", "select 1 / 0");

async function runOne(lab: Lab, database: Database, way: "Prisma" | "bare"): Promise<string> {
  const organizationId = pick(lab, lab.organizations);
  const end = pickEnd(lab.random() * 100);
  const mark = randomUUID();
  const system = { db: database, clock: fixedClock(), keys: testKeys };
  const ctx: Ctx =
    lab.random() < 0.5
      ? actingFor(system, organizationId, "interleaved")
      : { ...system, organizationId, actor: { kind: "user", userId: randomUUID(), role: "OWNER" } };
  try {
    if (way === "Prisma") await inOrganization(ctx, ({ tx }) => work(lab, tx, { organizationId, end, mark }));
    else await inBareOrganization(ctx, (client) => work(lab, client, { organizationId, end, mark }));
    lab.kept.add(mark);
    if (end !== "committed") lab.wrong.push(`${end}, and yet it was committed`);
    return end;
  } catch (error) {
    if (end !== "committed") return end;
    // A cancellation or a killed connection that was meant for the one before on the same connection.
    if (/cancel|terminat|closed|57014|57P01/i.test(String(error))) return "hit by another's cancellation";
    lab.wrong.push(`should have been committed: ${error}`);
    return "failed";
  }
}

interface Plan {
  organizationId: string;
  end: End;
  mark: string;
}

async function work(lab: Lab, runner: Runner, { organizationId, end, mark }: Plan): Promise<void> {
  const at = Math.floor(lab.random() * 3);
  if (at === 0) await disturb(lab, runner, organizationId, end);
  const seen = await runSql(runner, readSql, []);
  if (
    seen.length !== 1 ||
    seen[0]?.organization_id !== organizationId ||
    !seen[0].goal.startsWith(organizationId)
  )
    lab.wrong.push(`${organizationId} saw ${JSON.stringify(seen)}`);
  if (lab.random() < 0.2) {
    const foreign = another(lab, organizationId);
    if ((await runSql(runner, readForeignSql, [foreign])).length > 0)
      lab.wrong.push(`${organizationId} saw a row of ${foreign}`);
  }
  await runSql(runner, addSql, [organizationId, organizationId, mark]);
  if (at === 1) await disturb(lab, runner, organizationId, end);
  const written = await runSql(runner, writeSql, [`${organizationId} ${mark}`]);
  if (written.length !== 1 || written[0]?.organization_id !== organizationId)
    lab.wrong.push(`${organizationId} wrote ${JSON.stringify(written)}`);
  if (at === 2) await disturb(lab, runner, organizationId, end);
}

async function disturb(lab: Lab, runner: Runner, organizationId: string, end: End): Promise<void> {
  switch (end) {
    case "committed":
      return;
    case "error of ours":
      throw new Error("the work failed");
    case "error of the database":
      await runSql(runner, failSql, []);
      return;
    case "write for another organization": {
      const foreign = another(lab, organizationId);
      await runSql(runner, addSql, [foreign, organizationId, "foreign"]);
      lab.wrong.push(`${organizationId} wrote a row for ${foreign}`);
      return;
    }
    case "statement timed out":
      await runSql(runner, setSql, ["statement_timeout", "5ms"]);
      await runSql(runner, sleepSql, []);
      return;
    case "idle too long":
      await runSql(runner, setSql, ["idle_in_transaction_session_timeout", "5ms"]);
      await pause(40);
      await runSql(runner, readSql, []);
      return;
    case "cancelled by pg_cancel_backend":
      return signalWhileAsleep(lab, runner, "select pg_cancel_backend($1)");
    case "connection killed":
      return signalWhileAsleep(lab, runner, "select pg_terminate_backend($1)");
  }
}

async function signalWhileAsleep(lab: Lab, runner: Runner, statement: string): Promise<void> {
  const [own] = await runSql(runner, pidSql, []);
  let isAsleep = true;
  const sleep = runSql(runner, sleepSql, []).finally(() => {
    isAsleep = false;
  });
  sleep.catch(() => undefined);
  while (isAsleep) {
    await pause(1 + lab.random() * 10);
    if (isAsleep) await lab.admin.query(statement, [own?.pid]);
  }
  await sleep;
}

/** What a superuser sees in the end: each row is its organization's own, and what was committed is there, and nothing else. */
async function compareRows({ admin, kept, wrong }: Lab): Promise<void> {
  const strayed = await admin.query(
    "select organization_id, goal from project where not starts_with(goal, organization_id::text)",
  );
  for (const row of strayed.rows) wrong.push(`a project of ${row.organization_id} holds ${row.goal}`);
  const { rows } = await admin.query<{ own: boolean; mark: string }>(
    "select organization_id::text = data->>'of' as own, data->>'mark' as mark from user_event where data ? 'mark'",
  );
  const there = new Set(rows.map(({ mark }) => mark));
  if (rows.some(({ own }) => !own))
    wrong.push("an event lies in another organization than it was written for");
  for (const mark of kept) if (!there.has(mark)) wrong.push(`a committed row is missing: ${mark}`);
  for (const mark of there)
    if (!kept.has(mark)) wrong.push(`a row of a transaction that failed is there: ${mark}`);
}

function pick<T>(lab: Lab, list: readonly T[]): T {
  const found = list[Math.floor(lab.random() * list.length)];
  if (found === undefined) throw new Error("there is nothing to pick from");
  return found;
}

function another(lab: Lab, organizationId: string): string {
  const found = pick(lab, lab.organizations);
  return found === organizationId ? another(lab, organizationId) : found;
}

function pickEnd(percent: number): End {
  let sum = 0;
  for (const [end, share] of Object.entries(ENDS) as [End, number][]) {
    sum += share;
    if (percent < sum) return end;
  }
  return "committed";
}
