/**
 * How quickly money is set aside and settled: `reserve_usage` and `settle_usage` beside a bare one-row UPDATE, all driven by the same pgbench with the same
 * clients on the same server, which keeps every commit (fsync is on); the same through `reserveUsage` from Node; and check-then-act
 * (read the sum, then insert) with what it overspends.
 *
 *   node bench/reservations.ts [--seconds 2] [--rounds 3]
 *
 * Every call has a project, an episode, a run and a price, counts in five windows and is held against two hard ceilings. Figures are the medians of
 * interleaved rounds. Exits non-zero when a reservation is slower than half of the bare UPDATE.
 */
import { parseArgs } from "node:util";
import type pg from "pg";
import { systemClock } from "#platform/clock.ts";
import type { Ctx } from "#platform/context.ts";
import { withClient } from "#platform/postgres/with-client.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeBudget } from "#testing/factories/make-budget.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReservation, settleAt } from "#testing/factories/make-reservation.ts";
import { withDatabase } from "#testing/with-database.ts";
import { findPgbench, runPgbench } from "./pgbench.ts";

const TARGET = 0.5;
const CLIENTS = [1, 8, 32];
const ORGANIZATIONS = 64;
const AMPLE = 9_000_000_000_000_000n;

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "2" }, rounds: { type: "string", default: "3" } },
});
const seconds = Number(values.seconds);

interface Place {
  ctx: Ctx;
  projectId: string;
  episodeId: string;
  queueId: string;
  priceId: string;
}

async function main(): Promise<void> {
  console.log(await findPgbench());
  const isFast = await withDatabase(
    "reservations",
    (database) => withClient(database.adminUrl, (admin) => measure(database, admin)),
    [],
  );
  if (!isFast) process.exitCode = 1;
}

async function measure(database: TestDatabase, admin: pg.Client): Promise<boolean> {
  const { rows } = await admin.query(
    "select version(), current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
  );
  console.log(
    `${rows[0].version.split(" on ")[0]}, fsync ${rows[0].fsync}, synchronous_commit ${rows[0].commit}\n`,
  );
  const places: Place[] = [];
  for (let count = 0; count < ORGANIZATIONS; count += 1) places.push(await makePlace(database));
  await admin.query(`
    create table bare (id int primary key, nanos bigint not null) with (fillfactor = 50);
    insert into bare select n, 0 from generate_series(1, ${ORGANIZATIONS}) n;
    grant select, update on bare to episodic_app`);
  const isFast = await compare(database, admin, places);
  await throughNode(places[0] as Place);
  await checkThenAct(database, admin, await makePlace(database));
  return isFast;
}

async function makePlace(database: TestDatabase): Promise<Place> {
  const { ctx } = await makeOrganization(database.app, { clock: systemClock });
  const { id: projectId } = await makeProject(ctx);
  const { id: episodeId, queueId } = await makeEpisode(ctx, projectId, { number: 1 });
  const { id: priceId } = await makePrice(ctx);
  await makeBudget(ctx, { window: "MONTH", ceilingNanos: AMPLE });
  await makeBudget(ctx, { projectId, ceilingNanos: AMPLE });
  return { ctx, projectId, episodeId, queueId, priceId };
}

const bare = (_: Place, index: number) => `UPDATE bare SET nanos = nanos + 1 WHERE id = ${index + 1};`;

const reserve = ({
  ctx,
  projectId,
  episodeId,
  queueId,
  priceId,
}: Place) => `\\set key random(1, 9000000000000000000)
SELECT outcome, reservation_id FROM reserve_usage('${ctx.organizationId}', '', '', now(), now() + interval '1 minute', 'step ' || :key || '#1',
  'step ' || :key, 'episode.write', '${projectId}', '${episodeId}', '${queueId}', 'WRITE', NULL, 'test', 'small', 'write@1', '${priceId}',
  200, 50, 1000) \\gset`;

const settle = ({ ctx }: Place) =>
  `SELECT settle_usage('${ctx.organizationId}', '', '', :reservation_id, now(), 100, 20, 3, 40, 10, 700, 'EXACT', 1200, '{"title":"kept"}');`;

/** Prints the table; true when every reservation reaches the target. */
async function compare(database: TestDatabase, admin: pg.Client, all: readonly Place[]): Promise<boolean> {
  const scripts = { bare, reserve, both: (place: Place) => `${reserve(place)}\n${settle(place)}` };
  const names = Object.keys(scripts) as (keyof typeof scripts)[];
  console.log(
    "per second                clients   bare UPDATE      reserve   ratio   reserve + settle   ratio",
  );
  let isFast = true;
  for (const [where, places] of [
    ["one organization", all.slice(0, 1)],
    [`${ORGANIZATIONS} organizations`, all],
  ] as const) {
    for (const clients of CLIENTS) {
      const found = Object.fromEntries(names.map((name) => [name, [] as number[]]));
      for (let round = 0; round < Number(values.rounds); round += 1) {
        for (const name of names) {
          const texts = places.map(scripts[name]);
          found[name]?.push(await runPgbench({ url: database.appUrl, texts }, clients, { seconds }));
        }
      }
      await admin.query("vacuum analyze usage_reservation, token_usage, spending_window, bare, usage_day");
      const [bareUpdate, reservations, both] = names.map((name) => median(found[name] ?? [])) as [
        number,
        number,
        number,
      ];
      isFast &&= reservations / bareUpdate >= TARGET;
      console.log(
        `${where.padEnd(24)} ${String(clients).padStart(8)} ${whole(bareUpdate, 13)} ${whole(reservations, 12)} ${ratio(reservations / bareUpdate)} ${whole(both, 18)} ${ratio(both / bareUpdate)}`,
      );
    }
  }
  console.log(
    `\ntarget: reserve at ${TARGET} of the bare UPDATE or better: ${isFast ? "reached" : "NOT REACHED"}`,
  );
  return isFast;
}

/** What the product does: from Node, over its pool of ten connections. */
async function throughNode({ ctx, projectId, episodeId, queueId, priceId }: Place): Promise<void> {
  const call = async () =>
    settleAt(ctx, await makeReservation(ctx, priceId, { projectId, episodeId, queueId }), 700n);
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  let count = 0;
  const client = async () => {
    for (; performance.now() < until; count += 1) await call();
  };
  await Promise.all(Array.from({ length: 8 }, client));
  const each = count / ((performance.now() - began) / 1000);
  console.log(
    `\nreserveUsage + settleUsage from Node, 8 at a time, one organization: ${whole(each, 0)} per second`,
  );
}

const check = (
  organizationId: string,
  ceiling: bigint,
) => `SELECT COALESCE(sum(nanos), 0) AS spent FROM taken WHERE organization = '${organizationId}' \\gset
\\if :spent + 1000 <= ${ceiling}
INSERT INTO taken (organization, nanos) VALUES ('${organizationId}', 1000);
\\endif`;

/** A ceiling for a hundred calls, asked for by 32 clients: what each way spends. */
async function checkThenAct(
  database: TestDatabase,
  admin: pg.Client,
  { ctx, projectId, episodeId, queueId, priceId }: Place,
): Promise<void> {
  const ceiling = 100_000n;
  await admin.query(`
    create table taken (id bigserial primary key, organization uuid not null, nanos bigint not null);
    create index on taken (organization);
    grant select, insert on taken to episodic_app;
    grant usage on sequence taken_id_seq to episodic_app`);
  const { organizationId } = ctx;
  const texts = [check(organizationId, ceiling)];
  const checking = await runPgbench({ url: database.appUrl, texts }, 32, { rounds: 20 });
  const taken = await admin.query("select sum(nanos)::bigint as spent from taken");

  const wanted = { projectId, episodeId, queueId };
  await admin.query("update budget set ceiling_nanos = $1 where organization_id = $2", [
    ceiling,
    organizationId,
  ]);
  const ask = () => makeReservation(ctx, priceId, wanted).catch(() => null);
  await Promise.all(Array.from({ length: 640 }, ask));
  const held = await admin.query(
    `select reserved_nanos + spent_nanos as spent from spending_window where scope_id = $1 and "window" = 'MONTH'`,
    [organizationId],
  );
  const share = (spent: string) => `${((Number(spent) / Number(ceiling)) * 100).toFixed(0)} % of the ceiling`;
  console.log(
    `\n640 calls, 32 at a time, against a ceiling for 100:\n  check-then-act spends ${share(taken.rows[0].spent)} (${whole(checking, 0)} per second, slower with every row that it sums)\n  reserve_usage spends ${share(held.rows[0].spent)}`,
  );
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const whole = (number: number, width: number): string =>
  Math.round(number).toLocaleString("en").padStart(width);
const ratio = (number: number): string => number.toFixed(2).padStart(7);

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
