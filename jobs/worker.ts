import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { Logger as QueueLogger, run as runQueueLibrary } from "graphile-worker";
import { generateEpisode } from "#domain/episodes/generate-episode.ts";
import { publishDue } from "#domain/episodes/publish-due.ts";
import { releaseHeldRuns } from "#domain/schedule/release-held-runs.ts";
import { RENEW_EVERY_SECONDS } from "#domain/schedule/run.ts";
import { sweepLeases } from "#domain/schedule/sweep-leases.ts";
import { sweepReservations } from "#domain/usage/sweep-reservations.ts";
import { systemClock } from "#platform/clock.ts";
import { env, requireEnv } from "#platform/env.ts";
import { keysFrom } from "#platform/keys.ts";
import { log } from "#platform/log.ts";
import { openAsRole } from "#platform/open-as-role.ts";
import { recordHeartbeat } from "#platform/record-heartbeat.ts";
import { serveMetrics } from "#platform/serve-metrics.ts";
import { anchorHeads } from "./anchor-heads.ts";
import { type Beat, startBeats } from "./beat.ts";
import { crontab } from "./crontab.ts";
import { addQueueMetrics, publishLateness } from "./queue-metrics.ts";
import { taskList } from "./registry.ts";
import { runsInHand } from "./runs-in-hand.ts";
import { tickCadencesTask } from "./tasks/tick-cadences.ts";

/** The built-in writer is quick and busy: more at a time would only make each other late. */
const BUSY_RUNS_AT_A_TIME = 2;
/** An organization that waits for a model with all its runs leaves half of a worker to the others. */
const SHARE_OF_ONE_ORGANIZATION = 0.5;
const LEAST_OF_ONE_ORGANIZATION = 4;
const STOP_CANCELLED_EVERY_SECONDS = 2;
/** Less than the twenty seconds after which a program that was told to stop is killed. */
const LEAVE_WITHIN_MS = 12_000;
const SWEEP_EVERY_SECONDS = 10;
const RELEASE_EVERY_SECONDS = 5;
/** The queue library tells of every task that it ends well: too much to keep. */
const LOG_LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

const workerId = env().WORKER_ID ?? `${hostname()}-${process.pid}-${randomBytes(3).toString("hex")}`;
const system = {
  db: openAsRole("episodic_worker"),
  clock: systemClock,
  keys: keysFrom(requireEnv("EPISODIC_SECRET")),
};
const startedAt = systemClock.now();
const capacity = env().RUNS_AT_A_TIME;
const runs = runsInHand(system, {
  workerId,
  capacity,
  busyCapacity: BUSY_RUNS_AT_A_TIME,
  organizationConcurrency: Math.max(
    LEAST_OF_ONE_ORGANIZATION,
    Math.ceil(capacity * SHARE_OF_ONE_ORGANIZATION),
  ),
  leaveWithinMs: LEAVE_WITHIN_MS,
  log,
  work: (run, { signal, ...handling }) => generateEpisode(system, run, signal, handling),
});

const beats: Beat[] = [
  { name: "heartbeat", everySeconds: 10, run: () => recordHeartbeat(system, workerId, startedAt) },
  { name: "renew-leases", everySeconds: RENEW_EVERY_SECONDS, run: runs.renew },
  { name: "stop-cancelled", everySeconds: STOP_CANCELLED_EVERY_SECONDS, run: runs.stopCancelled },
  { name: "sweep-leases", everySeconds: SWEEP_EVERY_SECONDS, run: sweep },
  { name: "sweep-reservations", everySeconds: SWEEP_EVERY_SECONDS, run: sweepCalls },
  { name: "release-held-runs", everySeconds: RELEASE_EVERY_SECONDS, run: release },
  { name: "take-runs", everySeconds: 1, run: runs.takeMore },
  { name: "publish-due", everySeconds: 1, run: publish },
  { name: "anchor-audit-heads", everySeconds: 60, run: anchorHeads(system, env().DATA_DIR, log) },
];

async function sweep(): Promise<void> {
  for (const swept of await sweepLeases(system)) log.warn(swept, "lease ran out");
}

async function sweepCalls(): Promise<void> {
  for (const swept of await sweepReservations(system)) log.warn(swept, "call settled at its worst case");
}

async function release(): Promise<void> {
  for (const released of await releaseHeldRuns(system)) log.info(released, "held run goes on");
}

async function publish(): Promise<void> {
  const published = await publishDue(system);
  for (const { lateSeconds } of published) if (lateSeconds !== null) observeLateness(lateSeconds);
  if (published.length > 0) log.info({ published: published.length }, "episodes published");
}

const metrics = await serveMetrics({ host: env().HOST, port: env().METRICS_PORT });
addQueueMetrics(metrics.registry, system);
const observeLateness = publishLateness(metrics.registry);
await tickCadencesTask(system);
const stopBeats = startBeats(beats, log);
const queue = await runQueueLibrary({
  pgPool: system.db.pool,
  taskList: taskList(system),
  crontab,
  concurrency: 2,
  noHandleSignals: true,
  logger: new QueueLogger(() => (level, message) => log[LOG_LEVELS[level]](message)),
});
log.info({ workerId, metricsPort: metrics.port, zoneData: process.versions.tz }, "worker ready");

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));

/** Takes nothing new, lets the phases under way end, gives back what is not finished. */
async function stop(signal: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ signal }, "worker stopping");
  await stopBeats();
  await Promise.all([queue.stop(), runs.giveBack()]);
  await metrics.close();
  await system.db.close();
  log.info("worker stopped");
}
