/**
 * What the usage pages ask of a ledger of ten million calls, beside grouping its rows:
 *
 *   node bench/dashboard.ts [--rows 10000000]
 *
 * The ledger is one large organization's over a year (see `dashboard/fill-ledger.ts`). Exits with 1 when a dashboard of the organization isn't a
 * hundred times as fast as the rows grouped for the same answer, when the two don't agree, or when a page of single calls takes longer than
 * a quarter of a second. What reads few rows in either way (one project, a day that waits for the roll-up) is printed beside it.
 */
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
  const dashboards = [
    await dashboard(ledger, "30 days and the 30 before", "2026-10-22"),
    await dashboard(ledger, "90 days and the 90 before", "2026-08-23"),
    await dashboard(ledger, "a year", "2025-11-21"),
  ];
  const ofProject = await dashboard(ledger, "30 days of one project", "2026-10-22", ledger.projectId);
  await admin.query("update usage_day set rolled_up_at = null where day = '2026-11-20'");
  const ofToday = await dashboard(ledger, "30 days, today not rolled up", "2026-10-22");
  const isQuick = await measurePages(ledger);
  await admin.end();
  const agree = [...dashboards, ofProject, ofToday].every(({ agrees }) => agrees);
  return agree && isQuick && dashboards.every(({ ratio }) => ratio >= LEAST_RATIO);
}

async function dashboard(
  { ctx, organizationId }: FilledLedger,
  what: string,
  from: string,
  projectId?: string,
): Promise<{ agrees: boolean; ratio: number }> {
  const until = "2026-11-20";
  const asked = { from, until, ...(projectId ? { projectId } : {}) };
  const [usage, product] = await median(TIMES, () => getUsage(ctx, asked));
  const values = [organizationId, usage.previous.from, from, until, projectId ?? null];
  const [raw, grouping] = await median(1, () =>
    inBareOrganization(ctx, (client) => runSql(client, groupRawSql, values)),
  );
  // The dearest groups of all are the two totals.
  const totals = [usage.total.costNanos, usage.previous.total.costNanos];
  const agrees = totals.includes(raw[0]?.costNanos ?? -1n);
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
    const [{ calls }, taken] = await median(TIMES, () => listCalls(ctx, filter));
    console.log(`listCalls, ${what}: ${taken.toFixed(1)} ms for ${calls.length} calls`);
    isQuick &&= taken <= MOST_MILLISECONDS;
  }
  const [lines, taken] = await median(1, async () => {
    let count = 0;
    for await (const page of (await exportUsage(ctx, year)).pages) count += page.length;
    return count;
  });
  console.log(`exportUsage, a year: ${lines} rows in ${taken.toFixed(0)} ms`);
  return isQuick;
}

/** What the work answers, and its median time in milliseconds; what is done once only finds no caches warmed by itself, nor needs any. */
async function median<Result>(times: number, work: () => Promise<Result>): Promise<[Result, number]> {
  const taken: number[] = [];
  let result: Result | undefined;
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    result = await work();
    taken.push(performance.now() - began);
  }
  if (result === undefined) throw new Error("What is measured is done at least once");
  return [result, taken.sort((one, other) => one - other)[Math.floor(times / 2)] ?? Number.NaN];
}
