/**
 * What the usage pages ask of a ledger of ten million calls, beside grouping its rows:
 *
 *   node bench/dashboard.ts [--rows 10000000]
 *
 * The ledger is one large organization's over a year (see `dashboard/fill-ledger.ts`). Exits with 1 when one of the dashboards (30 and
 * 90 days, a year in which 400,000 episodes are ranked, one project, a day that waits for the roll-up) isn't a hundred times as fast as the
 * rows grouped for the same answer, when any two answers don't agree, or when a page of single calls takes longer than a quarter of a second.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { exportUsage } from "#domain/usage/export-usage.ts";
import { getUsage } from "#domain/usage/get-usage.ts";
import { listCalls } from "#domain/usage/list-calls.ts";
import { inBareOrganization, runSql } from "#platform/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { withDatabase } from "#testing/with-database.ts";
import { type FilledLedger, fillLedger } from "./dashboard/fill-ledger.ts";
import { groupRawSql } from "./dashboard/group-raw.sql.ts";

const LEAST_RATIO = 100;
const MOST_MILLISECONDS = 250;
const TIMES = 7;

const { values } = parseArgs({ options: { rows: { type: "string", default: "10000000" } } });

const ok = await withDatabase("bench-dashboard", measure, [
  "fsync=off",
  "synchronous_commit=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=8GB",
  "shared_buffers=1GB",
  "work_mem=64MB",
  "maintenance_work_mem=1GB",
]);
process.exit(ok ? 0 : 1);

async function measure(database: TestDatabase): Promise<boolean> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const began = performance.now();
  const ledger = await fillLedger(database, admin, Number(values.rows));
  console.log(
    `${values.rows} calls of one year made in ${((performance.now() - began) / 1_000).toFixed(0)} s`,
  );
  const { rows } = await admin.query(
    "select count(*) as daily, (select count(*) from episode_usage_daily) as episodes from token_usage_daily",
  );
  console.log(`the roll-ups have ${rows[0].daily} rows by model and ${rows[0].episodes} by episode\n`);
  const asked = [
    await dashboard(ledger, "30 days and the 30 before", "2026-10-22"),
    await dashboard(ledger, "90 days and the 90 before", "2026-08-23"),
    await dashboard(ledger, "a year", "2025-11-21"),
    await dashboard(ledger, "30 days of one project", "2026-10-22", ledger.projectId),
  ];
  await admin.query("update usage_day set rolled_up_at = null where day = '2026-11-20'");
  asked.push(await dashboard(ledger, "30 days, today not rolled up", "2026-10-22"));
  const isQuick = await measurePages(ledger);
  await admin.end();
  return isQuick && asked.every(({ agrees, ratio }) => agrees && ratio >= LEAST_RATIO);
}

async function dashboard(
  { ctx, organizationId }: FilledLedger,
  what: string,
  from: string,
  projectId?: string,
): Promise<{ agrees: boolean; ratio: number }> {
  const until = "2026-11-20";
  const asked = { from, until, ...(projectId ? { projectId } : {}) };
  const usage = await getUsage(ctx, asked);
  const values = [organizationId, usage.previous.from, from, until, projectId ?? null];
  const quick = await timesOf(TIMES, () => getUsage(ctx, asked));
  let raw: { costNanos: bigint }[] | undefined;
  const grouped = timesOf(1, async () => {
    raw = await inBareOrganization(ctx, (client) => runSql(client, groupRawSql, values));
  });
  // Asked now and then while the rows are grouped, too: the machine may have other work, and both shall have the same of it.
  while (raw === undefined) {
    await Promise.race([sleep(1_500), grouped]);
    if (raw === undefined) quick.push(...(await timesOf(1, () => getUsage(ctx, asked))));
  }
  const [grouping = Number.NaN] = await grouped;
  const product = median(quick);
  // The dearest groups of all are the two totals.
  const totals = [usage.total.costNanos, usage.previous.total.costNanos];
  const agrees = totals.includes(raw?.[0]?.costNanos ?? -1n);
  const ratio = grouping / product;
  console.log(
    `getUsage, ${what}: ${product.toFixed(1)} ms, the rows grouped ${grouping.toFixed(0)} ms, ${ratio.toFixed(0)} ×${agrees ? "" : ", and they DIFFER"}`,
  );
  return { agrees, ratio };
}

async function measurePages({ ctx, userId, projectId }: FilledLedger): Promise<boolean> {
  const year = { from: "2025-11-21", until: "2026-11-20" };
  const { nextCursor } = await listCalls(ctx, year);
  const deep = `${Date.parse("2026-02-01T00:00:00Z")}_00000000-0000-4000-8000-000000000000`;
  const asked: [string, Parameters<typeof listCalls>[1]][] = [
    ["the newest", {}],
    ["the second page", { ...year, cursor: nextCursor ?? "" }],
    ["deep in the year", { ...year, cursor: deep }],
    ["of a model that is hardly used", { ...year, provider: "test", model: "rare" }],
    ["of a person", { ...year, userId }],
    ["of a project and purpose", { ...year, projectId, purpose: "episode.finish" }],
    ["of one episode", { episodeId: "00000000-0000-7000-8000-000000000fff" }],
    ["without a price: none", { ...year, isUnpriced: true }],
  ];
  let isQuick = true;
  for (const [what, filter] of asked) {
    const { calls } = await listCalls(ctx, filter);
    const taken = median(await timesOf(TIMES, () => listCalls(ctx, filter)));
    console.log(`listCalls, ${what}: ${taken.toFixed(1)} ms for ${calls.length} calls`);
    isQuick &&= taken <= MOST_MILLISECONDS;
  }
  let lines = 0;
  const [taken = Number.NaN] = await timesOf(1, async () => {
    for await (const page of (await exportUsage(ctx, year)).pages) lines += page.length;
  });
  console.log(`exportUsage, a year: ${lines} rows in ${taken.toFixed(0)} ms`);
  return isQuick;
}

/** How many milliseconds each turn of the work took. */
async function timesOf(turns: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}

function median(taken: readonly number[]): number {
  return taken.toSorted((one, other) => one - other)[Math.floor(taken.length / 2)] ?? Number.NaN;
}
