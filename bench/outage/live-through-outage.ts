import pg from "pg";
import { generateEpisode } from "#domain/episodes/generate-episode.ts";
import { publishDue } from "#domain/episodes/publish-due.ts";
import { sweepLeases } from "#domain/schedule/sweep-leases.ts";
import { sweepReservations } from "#domain/usage/sweep-reservations.ts";
import { runsInHand } from "#jobs/runs-in-hand.ts";
import type { Clock } from "#platform/clock.ts";
import { openDatabase } from "#platform/database.ts";
import { log } from "#platform/log.ts";
import type { System } from "#platform/system.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeModelChoice } from "#testing/factories/make-model-scene.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { modelAuthor } from "#testing/model-author.ts";
import type { Fault } from "#testing/model-server/faults.ts";
import type { ModelCall } from "#testing/model-server/model-call.ts";
import { startModelServer } from "#testing/model-server/start-model-server.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { testKeys } from "#testing/test-keys.ts";
import { copySeries } from "./copy-series.ts";
import { slowProvider } from "./slow-provider.ts";
import { type VirtualTime, virtualTime } from "./virtual-time.ts";

export interface Outage {
  organizations: number;
  projectsOfEach: number;
  workers: number;
  /** Of each worker. */
  runsAtATime: number;
  /** How often each looks for more; the worker does every second. */
  takeEverySeconds: number;
  /** When it begins and ends, in seconds from the start. */
  fromSecond: number;
  untilSecond: number;
}

/** What was seen from outside: the provider's own ledger, and where the runs came to. */
export interface Outlived {
  startedAt: Date;
  drainedAt: Date;
  calls: readonly ModelCall[];
}

const START = new Date("2026-11-20T06:00:00Z");
/** A model thinks so long: four seconds on average. */
export const THINKING_MS = { least: 2_000, most: 6_000 };
/** As the worker has it. */
const BUSY_RUNS_AT_A_TIME = 2;
const LONGEST_SECONDS = 3 * 3600;

/** What the provider says while it is away, in turns: with and without `Retry-After`, in seconds and as a date. */
const REFUSALS: readonly Fault[] = [
  { kind: "status", status: 429 },
  { kind: "status", status: 429, retryAfter: { seconds: 8 } },
  { kind: "status", status: 503 },
  { kind: "status", status: 429, retryAfter: { dateInSeconds: 25 } },
  { kind: "status", status: 503, retryAfter: { seconds: 70 } },
];

/**
 * One due episode for each of many projects, written by several workers through claim, writer and the door to the models, while the
 * provider is away for a time. Time is simulated, everything else is the product's own.
 */
export async function liveThroughOutage(database: TestDatabase, outage: Outage): Promise<Outlived> {
  const time = virtualTime(START);
  const { clock } = time;
  const secondsIn = () => (clock.now().getTime() - START.getTime()) / 1000;
  const isAway = () => secondsIn() >= outage.fromSecond && secondsIn() < outage.untilSecond;
  const random = seededRandom(7);
  const author = modelAuthor();
  const server = await startModelServer({
    clock,
    answer: (request) => author(request),
    faultFor: (_, { number }) => (isAway() ? (REFUSALS[number % REFUSALS.length] ?? null) : null),
  });
  const { least, most } = THINKING_MS;
  const thinkingMs = () => Math.round(least + random() * (most - least));
  const provider = await slowProvider(server.url, { clock, thinkingMs });
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const systems = Array.from({ length: outage.workers }, (_, index): System => {
    const apiKey = `worker-${index + 1}`;
    return {
      db: openDatabase(database.workerUrl, { connections: 8 }),
      clock,
      keys: testKeys,
      modelAccess: { openai: { name: "OpenAI", apiKey, baseUrl: `${provider.url}/v1` } },
    };
  });
  try {
    await makeDue(database, admin, { clock, outage });
    let isDrained = false;
    const tasks = systems.map((system, index) =>
      work(time, system, { ...outage, name: `worker-${index + 1}` }, () => isDrained),
    );
    tasks.push(
      time.run(async () => {
        for (let told = -1; !isDrained; ) {
          await clock.wait(5_000);
          const left = await countLeft(admin);
          isDrained = left === 0 || secondsIn() > LONGEST_SECONDS;
          const minute = Math.floor(secondsIn() / 60);
          if (minute > told)
            console.log(
              `minute ${minute}${isAway() ? ", away" : ""}: ${left} runs left, ${server.calls.length} requests`,
            );
          told = minute;
        }
      }),
    );
    await Promise.all(tasks);
    const drainedAt = clock.now();
    if (provider.departures() > 0) {
      throw new Error(
        `${provider.departures()} calls timed out by the machine's own clock: it is too busy for this simulation. Run it again when it is not.`,
      );
    }
    const [system] = systems;
    while (system && (await publishDue(system)).length > 0);
    return { startedAt: START, drainedAt, calls: server.calls };
  } finally {
    await Promise.all(systems.map(({ db }) => db.close()));
    await Promise.all([admin.end(), provider.close(), server.close()]);
  }
}

interface Worker extends Pick<Outage, "runsAtATime" | "takeEverySeconds"> {
  name: string;
}

/** The beats of a worker process that concern runs, by the simulated clock. */
async function work(
  time: VirtualTime,
  system: System,
  { name, runsAtATime: capacity, takeEverySeconds }: Worker,
  isDrained: () => boolean,
): Promise<void> {
  const runs = runsInHand(system, {
    workerId: name,
    capacity,
    busyCapacity: BUSY_RUNS_AT_A_TIME,
    organizationConcurrency: Math.max(4, capacity / 2),
    leaveWithinMs: 0,
    work: (run, { signal, ...handling }) => time.run(() => generateEpisode(system, run, signal, handling)),
    log: log.child({}, { level: "silent" }),
  });
  const every = (seconds: number, beat: () => Promise<unknown>) =>
    time.run(async () => {
      while (!isDrained()) {
        await beat();
        await system.clock.wait(seconds * 1_000);
      }
    });
  await Promise.all([
    every(takeEverySeconds, runs.takeMore),
    every(10, runs.renew),
    every(10, () => sweepLeases(system)),
    every(10, () => sweepReservations(system)),
  ]);
}

/** Projects of several organizations that a model writes, each with a source and a run whose slot is now. */
async function makeDue(
  database: TestDatabase,
  admin: pg.Client,
  { clock, outage }: { clock: Clock; outage: Outage },
): Promise<void> {
  const { ctx, organizationId } = await makeOrganization(database.app, { clock });
  await makeModelChoice(ctx, { provider: "openai" });
  await makePrice(ctx, { provider: "openai", model: "gpt-5" });
  const { id: projectId } = await makeProject(ctx, { writer: "model", minutes: 2 });
  await makeReadySource(ctx, projectId, textFile("ferry.md", HANDBOOK));
  await makeRun(ctx, projectId);
  await copySeries(admin, { organizationId, projectId }, outage);
}

async function countLeft(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ left: number }>(
    "select count(*)::int as left from episode_schedule_queue where status in ('PENDING', 'GENERATING', 'RETRYING')",
  );
  return rows[0]?.left ?? 0;
}

const HANDBOOK = `# The ferry handbook\n\n${["capstan", "gangway", "lifeboat", "turbine", "gearbox", "boiler"]
  .map(
    (thing, at) =>
      `## The ${thing}\n\nThe ${thing} of the ferry stands beside berth ${at + 1}, where the crew keeps its ledger of ${thing} repairs. ` +
      `A ${thing} that fails the spring inspection is replaced within ${at + 3} weeks, because the harbour insurance asks for it. ` +
      `Whoever works on the ${thing} writes name, hour and reason into the ledger before the next crossing begins. ` +
      `In winter the ${thing} is greased on every second Monday, and in summer only after a storm from the north.`,
  )
  .join("\n\n")}`;
