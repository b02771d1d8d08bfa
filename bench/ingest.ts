/**
 * Enters calls into the ledger and keeps the daily sums right, three ways, on a server that is as careful as in production:
 *
 *   node bench/ingest.ts [--calls 60000] [--naive 4000]
 *
 * By the product (`recordUsage` by the thousand and roll-ups between and after), by the naive way (each call in a transaction of its own, with
 * an upsert into the daily table that adds to its sums), and by COPY of bare rows into the ledger, which keeps no sums at all. Exits with 1 when the product
 * isn't twenty times as fast as the naive way, or when their sums differ.
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { recordUsage } from "#domain/usage/record-usage.ts";
import { rollUpDays } from "#domain/usage/roll-up-days.ts";
import { inOrganization } from "#platform/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { withDatabase } from "#testing/with-database.ts";
import { copyCalls } from "./ingest/copy-calls.ts";
import { type IngestScene, makeIngestScene } from "./ingest/ingest-scene.ts";
import { enterNaively } from "./ingest/naive.ts";

const LEAST_RATIO = 20;
const CALLS_OF_A_DELIVERY = 2_000;
/** The product's own takes turns of a minute. */
const SECONDS_BETWEEN_ROLL_UPS = 5;

const { values } = parseArgs({
  options: { calls: { type: "string", default: "60000" }, naive: { type: "string", default: "4000" } },
});

const ok = await withDatabase("bench-ingest", (database) => race(database), ["max_wal_size=4GB"]);
process.exit(ok ? 0 : 1);

async function race(database: TestDatabase): Promise<boolean> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const calls = Number(values.calls);
  const naiveCalls = Number(values.naive);

  const product = await makeIngestScene(database, calls);
  const byProduct = await time(calls, () => enterByProduct(product));
  console.log(`recordUsage and roll-up: ${say(byProduct)}`);

  const naive = await makeIngestScene(database, naiveCalls);
  const byNaive = await time(naiveCalls, () => enterNaively(naive));
  console.log(`an upsert for each call: ${say(byNaive)}`);

  const bare = await makeIngestScene(database, calls);
  const byCopy = await time(calls, () => copyCalls(admin, bare));
  console.log(`COPY without sums:       ${say(byCopy)}`);

  const isRight = (await sumsAreRight(admin, product)) && (await sumsAreRight(admin, naive));
  await admin.end();
  const ratio = byProduct.rate / byNaive.rate;
  console.log(
    `${ratio.toFixed(1)} × the naive way (target ${LEAST_RATIO}), ${(byProduct.rate / byCopy.rate).toFixed(2)} × COPY`,
  );
  if (!isRight) console.log("The daily sums are not what the ledger says.");
  return isRight && ratio >= LEAST_RATIO;
}

async function enterByProduct({ worker, ctx, calls }: IngestScene): Promise<void> {
  let lastRollUp = performance.now();
  for (let from = 0; from < calls.length; from += CALLS_OF_A_DELIVERY) {
    const delivery = calls.slice(from, from + CALLS_OF_A_DELIVERY);
    await inOrganization(ctx, (inside) => recordUsage(inside, delivery));
    if (performance.now() - lastRollUp < SECONDS_BETWEEN_ROLL_UPS * 1_000) continue;
    await rollUpDays(worker);
    lastRollUp = performance.now();
  }
  await rollUpDays(worker);
}

interface Timed {
  count: number;
  seconds: number;
  rate: number;
}

async function time(count: number, work: () => Promise<void>): Promise<Timed> {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  return { count, seconds, rate: count / seconds };
}

function say({ count, seconds, rate }: Timed): string {
  return `${count} calls in ${seconds.toFixed(1)} s, ${Math.round(rate)} a second`;
}

async function sumsAreRight(admin: pg.Client, { ctx }: IngestScene): Promise<boolean> {
  const { rows } = await admin.query(
    `select (select count(*) || ' ' || sum(cost_nanos) from token_usage where organization_id = $1) as ledger,
       (select sum(call_count) || ' ' || sum(cost_nanos) from token_usage_daily where organization_id = $1) as daily`,
    [ctx.organizationId],
  );
  return rows[0].ledger === rows[0].daily;
}
