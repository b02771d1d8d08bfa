import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { addMinutes } from "date-fns";
import { execaNode } from "execa";
import pg from "pg";
import { generateEpisode } from "#domain/episodes/generate-episode.ts";
import { claimBatch } from "#domain/schedule/claim-batch.ts";
import { sweepLeases } from "#domain/schedule/sweep-leases.ts";
import { sweepReservations } from "#domain/usage/sweep-reservations.ts";
import { systemClock } from "#platform/clock.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { accessTo } from "#testing/factories/make-model-scene.ts";
import { modelAuthor } from "#testing/model-author.ts";
import { type ModelServer, startModelServer } from "#testing/model-server/start-model-server.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { testKeys } from "#testing/test-keys.ts";
import { addSeries, type Series } from "./add-series.ts";
import { judgeMoney, type Verdict } from "./judge-money.ts";
import { KILL_POINTS, type KillPoint } from "./kill-points.ts";
import type { Order, Places } from "./worker.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
/** A third death would put the run aside. */
const DEATHS_OF_A_RUN = 2;
const LONGEST_LIFE_MS = 400;
/** A point is come to once for each call or phase of a run; few runs have more. */
const MOST_PASSES = 2;

export interface KilledCalls extends Verdict {
  kills: Map<KillPoint, number>;
}

/**
 * Kills processes in the middle of a model's calls, at each point in turn, until there were so many kills; lets every run be ended in peace
 * then, and compares the ledger with what the model server has billed.
 */
export async function killCalls(
  database: TestDatabase,
  {
    kills: wanted,
    points = KILL_POINTS,
    passes = MOST_PASSES,
    seed = 1,
  }: { kills: number; points?: readonly KillPoint[]; passes?: number; seed?: number },
): Promise<KilledCalls> {
  const random = seededRandom(seed);
  const author = modelAuthor({ seed, fault: () => (random() < 0.3 ? "invented-quote" : null) });
  const server = await startModelServer({ seed, answer: author });
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const system: System = {
    db: database.worker,
    clock: systemClock,
    keys: testKeys,
    modelAccess: accessTo(server),
  };
  const series: Series[] = [];
  const kills = new Map<KillPoint, number>();
  let next = startWorker(database, server);
  try {
    for (let killed = 0, turn = 0; killed < wanted; turn += 1) {
      if (!(await hasWork(admin))) {
        await endAll(system);
        series.push(await addSeries(database, series.length));
      }
      const worker = next;
      next = startWorker(database, server);
      const point = points[turn % points.length] ?? "at random";
      const isKilled = await runUntilDeath(worker, { point, nth: 1 + Math.floor(random() * passes) }, random);
      if (isKilled) {
        killed += 1;
        kills.set(point, (kills.get(point) ?? 0) + 1);
        if (killed % 10 === 0) console.log(`killed ${killed} of ${wanted}`);
      }
      await server.idle();
      await clearUp(system, admin);
    }
    await endAll(system);
    await server.idle();
    return { kills, ...(await judgeMoney(admin, server.calls, series)) };
  } finally {
    next.child.kill("SIGKILL");
    await Promise.all([admin.end(), server.close()]);
  }
}

/** Whether a run is left that may die once more. */
async function hasWork(admin: pg.Client): Promise<boolean> {
  const { rowCount } = await admin.query(
    "select from episode_schedule_queue where status in ('PENDING', 'RETRYING') and available_at <= now() and worker_deaths < $1",
    [DEATHS_OF_A_RUN],
  );
  return rowCount !== 0;
}

/** Takes a while, so that the next is started while one works. */
function startWorker({ workerUrl }: TestDatabase, { openaiUrl, anthropicUrl, googleUrl }: ModelServer) {
  const places: Places = { workerUrl, openaiUrl, anthropicUrl, googleUrl };
  const child = execaNode(WORKER, [JSON.stringify(places)], {
    env: { LOG_LEVEL: "silent" },
    stderr: "inherit",
    reject: false,
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  /** The next line that it says; undefined when it says nothing more. */
  const hear = async () => (await lines.next()).value as string | undefined;
  return { child, hear };
}

/** True when it was killed, false when it had ended its run before it came to the point. */
async function runUntilDeath(
  worker: ReturnType<typeof startWorker>,
  order: Order,
  random: () => number,
): Promise<boolean> {
  const { child } = worker;
  if ((await worker.hear()) !== "ready") throw new Error("a worker did not start");
  child.stdin.end(`${JSON.stringify(order)}\n`);
  if ((await worker.hear()) !== "begun") throw new Error("there is nothing to do for a worker");
  if (order.point === "at random") {
    await sleep(random() * LONGEST_LIFE_MS);
    child.kill("SIGKILL");
  }
  const { signal } = await child;
  return signal === "SIGKILL";
}

/** What the sweepers do when the time of a dead worker is over; nobody else is at work. */
async function clearUp(system: System, admin: pg.Client): Promise<void> {
  const later = { ...systemClock, now: () => addMinutes(new Date(), 2) };
  await admin.query(
    "update episode_schedule_queue set lease_expires_at = now() - interval '1 second' where status = 'GENERATING'",
  );
  await sweepLeases(system);
  await sweepReservations({ ...system, clock: later });
}

/** Lets every run be written to its end. */
async function endAll(system: System): Promise<void> {
  for (;;) {
    const [run] = await claimBatch(system, { workerId: "the last", size: 1 });
    if (!run) return;
    await generateEpisode(system, run, new AbortController().signal);
  }
}
