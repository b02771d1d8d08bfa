/**
 * Enters calls into the ledger and keeps the daily sums right, three ways, on a server that is as careful as in production:
 *
 *   node bench/ingest.ts [--calls 60000] [--naive 2000]
 *
 * By the product (`recordUsage` by the thousand and a roll-up after each quarter), by the naive way (each call in a transaction of its own, with
 * an upsert into the daily table that adds to its sums), and by COPY of bare rows into the ledger, which keeps no sums at all. The naive way is
 * shown as a verb would have it, by Prisma, and by statements written by hand. Exits with 1 when the product isn't twenty times as fast as
 * either, or when sums are wrong.
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { recordUsage } from "#domain/usage/record-usage.ts";
import { rollUpDays } from "#domain/usage/roll-up-days.ts";
import { inOrganization } from "#platform/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { withDatabase } from "#testing/with-database.ts";
import { copyCalls } from "./ingest/copy-calls.ts";
import { type IngestCall, type IngestScene, makeIngestScene } from "./ingest/ingest-scene.ts";
import { enterByHand, enterNaively } from "./ingest/naive.ts";

const LEAST_RATIO = 20;
const CALLS_OF_A_DELIVERY = 5_000;
/** Each ends with a roll-up; in production there is one a minute. */
const ROUNDS = 4;

const { values } = parseArgs({
  options: { calls: { type: "string", default: "60000" }, naive: { type: "string", default: "2000" } },
});

const ok = await withDatabase("bench-ingest", (database) => race(database), ["max_wal_size=4GB"]);
process.exit(ok ? 0 : 1);

async function race(database: TestDatabase): Promise<boolean> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const counts = { product: Number(values.calls), naive: Number(values.naive), byHand: Number(values.naive) };
  const product = await makeIngestScene(database, counts.product);
  const naive = await makeIngestScene(database, counts.naive);
  const byHand = await makeIngestScene(database, counts.byHand);
  const bare = await makeIngestScene(database, counts.product);

  const seconds = { product: 0, naive: 0, byHand: 0, bare: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    // By turns: the machine may have other work, and all shall have the same of it.
    seconds.product += await time(() => enterByProduct(product, roundOf(product, round)));
    seconds.naive += await time(() => enterNaively(naive, roundOf(naive, round)));
    seconds.byHand += await time(() => enterByHand(byHand, roundOf(byHand, round)));
    seconds.bare += await time(() => copyCalls(admin, bare, roundOf(bare, round)));
  }
  const rate = {
    product: say("recordUsage and roll-up", counts.product, seconds.product),
    naive: say("an upsert for each call, by Prisma", counts.naive, seconds.naive),
    byHand: say("an upsert for each call, by hand", counts.byHand, seconds.byHand),
    bare: say("COPY without sums", counts.product, seconds.bare),
  };
  let isRight = true;
  for (const scene of [product, naive, byHand]) isRight &&= await sumsAreRight(admin, scene);
  await admin.end();
  const ratio = rate.product / Math.max(rate.naive, rate.byHand);
  console.log(
    `${(rate.product / rate.naive).toFixed(1)} × the naive way, ${(rate.product / rate.byHand).toFixed(1)} × the same by hand (target ${LEAST_RATIO} for both), ${(rate.product / rate.bare).toFixed(2)} × COPY`,
  );
  if (!isRight) console.log("The daily sums are not what the ledger says.");
  return isRight && ratio >= LEAST_RATIO;
}

function roundOf({ calls }: IngestScene, round: number): IngestCall[] {
  const size = Math.ceil(calls.length / ROUNDS);
  return calls.slice(round * size, (round + 1) * size);
}

async function enterByProduct({ worker, ctx }: IngestScene, calls: IngestCall[]): Promise<void> {
  for (let from = 0; from < calls.length; from += CALLS_OF_A_DELIVERY) {
    const delivery = calls.slice(from, from + CALLS_OF_A_DELIVERY);
    await inOrganization(ctx, (inside) => recordUsage(inside, delivery));
  }
  await rollUpDays(worker);
}

async function time(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** Prints how many calls were entered in a second, and answers with it. */
function say(way: string, count: number, seconds: number): number {
  console.log(`${way}: ${count} calls in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`);
  return count / seconds;
}

async function sumsAreRight(admin: pg.Client, { ctx }: IngestScene): Promise<boolean> {
  const { rows } = await admin.query(
    `select (select count(*) || ' ' || sum(cost_nanos) from token_usage where organization_id = $1) as ledger,
       (select sum(call_count) || ' ' || sum(cost_nanos) from token_usage_daily where organization_id = $1) as daily`,
    [ctx.organizationId],
  );
  return rows[0].ledger === rows[0].daily;
}
