import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import pg from "pg";
import { startProject } from "#domain/schedule/start-project.ts";
import { addSources } from "#domain/sources/add-sources.ts";
import { extractSource } from "#domain/sources/extract-source.ts";
import { systemClock } from "#platform/clock.ts";
import type { Ctx } from "#platform/context.ts";
import { TEST_SECRET, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { withDatabase } from "#testing/with-database.ts";
import { watchWorkers } from "./watch-workers.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GUIDE = path.join(ROOT, "docs/guide");
const SECONDS_TO_START = 60;
/** The guide is enough for about 25 episodes of this length. */
const MINUTES_TO_READ = 2;

/** A worker process of the real program. */
export interface WorkerProcess {
  id: string;
  signal(signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  /** Asks it to stop in order, and waits; the exit code. */
  stop(): Promise<number | undefined>;
}

/** A database with series to write, and real worker processes that write them. */
export interface WorkerLab {
  /** Sees and may do everything; for looking, and for holding gates. */
  admin: pg.Client;
  startWorker(id: string): Promise<WorkerProcess>;
  /** Adds a run that is due now to one series; the id of its row. */
  addRun(series: number): Promise<string>;
  /** Adds one to every series. */
  addRuns(): Promise<string[]>;
  contextOf(organizationId: string): Ctx;
}

/**
 * Opens a laboratory of `series` projects, each in an organization of its own, so that none waits for another's limit. `settings` are those
 * of the database's server, where how it keeps what is committed matters.
 */
export async function withWorkerLab<T>(
  name: string,
  series: number,
  work: (lab: WorkerLab) => Promise<T>,
  settings?: readonly string[],
): Promise<T> {
  const inDatabase = async (database: TestDatabase) => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await watchWorkers(admin);
    const workers: WorkerProcess[] = [];
    try {
      return await work(await openLab(database, admin, workers, series));
    } finally {
      for (const worker of workers) worker.signal("SIGKILL");
      await admin.end();
    }
  };
  return settings ? withDatabase(name, inDatabase, settings) : withDatabase(name, inDatabase);
}

async function openLab(
  database: TestDatabase,
  admin: pg.Client,
  workers: WorkerProcess[],
  series: number,
): Promise<WorkerLab> {
  const files = (await readdir(GUIDE)).sort();
  const text = (await Promise.all(files.map((file) => readFile(path.join(GUIDE, file), "utf8")))).join(
    "\n\n",
  );
  const projects: { ctx: Ctx; projectId: string }[] = [];
  for (let index = 0; index < series; index += 1) {
    projects.push(await makeSeries(database, `Series ${index + 1}`, text));
    if ((index + 1) % 10 === 0) console.log(`${index + 1} of ${series} series are set up`);
  }
  let runs = 0;
  const addRun = async (index: number): Promise<string> => {
    const project = projects[index];
    if (!project) throw new Error(`The laboratory has no series ${index}`);
    const occurrenceKey = new Date(Date.UTC(2000, 0, 1 + runs)).toISOString().slice(0, 10);
    runs += 1;
    return (await makeRun(project.ctx, project.projectId, { occurrenceKey })).id;
  };
  return {
    admin,
    startWorker: async (id) => {
      const worker = await startWorker(database, id);
      workers.push(worker);
      return worker;
    },
    addRun,
    addRuns: () => Promise.all(projects.map((_project, index) => addRun(index))),
    contextOf: (organizationId) => {
      const found = projects.find(({ ctx }) => ctx.organizationId === organizationId);
      if (!found) throw new Error("The laboratory has no such organization");
      return found.ctx;
    },
  };
}

async function makeSeries(database: TestDatabase, title: string, text: string) {
  const { ctx } = await makeOrganization(database.app, { clock: systemClock, name: title });
  const { projectId } = await startProject(ctx, {
    title,
    goal: "Understand how a slot becomes an episode.",
    minutes: MINUTES_TO_READ,
    // No slot of its own: the runs are added by hand.
    cadence: { days: [1], time: "07:30", timeZone: "UTC", startDate: "2999-01-01" },
  });
  for (const added of await addSources(ctx, { projectId, sources: [{ title: "The guide", text }] })) {
    if ("sourceId" in added) await extractSource(ctx, { sourceId: added.sourceId });
  }
  return { ctx, projectId };
}

async function startWorker(database: TestDatabase, id: string): Promise<WorkerProcess> {
  const child = execa(process.execPath, ["jobs/worker.ts"], {
    cwd: ROOT,
    extendEnv: false,
    env: {
      WORKER_DATABASE_URL: database.workerUrl,
      EPISODIC_SECRET: TEST_SECRET,
      WORKER_ID: id,
      LOG_LEVEL: "info",
    },
    reject: false,
    buffer: false,
  });
  const isReady = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => chunk.includes("worker ready") && resolve());
    child.stderr.pipe(process.stderr);
    void child.then(() => reject(new Error(`The worker ${id} ended before it was ready`)));
    setTimeout(() => reject(new Error(`The worker ${id} is not ready`)), SECONDS_TO_START * 1000).unref();
  });
  await isReady;
  return {
    id,
    signal: (signal) => child.kill(signal),
    stop: async () => {
      child.kill("SIGTERM");
      return (await child).exitCode;
    },
  };
}

/** Asks again and again until the answer is true. @throws Error when it takes longer than `seconds` */
export async function until(what: string, seconds: number, ask: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await ask())) {
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain until ${what}`);
    await sleep(100);
  }
}

/** Waits until every run has come to an end. */
export async function untilAllEnded({ admin }: WorkerLab, seconds: number): Promise<void> {
  await until("all runs have ended", seconds, async () => {
    const open = await admin.query(
      "select from episode_schedule_queue where status in ('PENDING', 'GENERATING', 'RETRYING', 'READY') limit 1",
    );
    return open.rowCount === 0;
  });
}

export interface Judgement {
  runs: number;
  phases: number;
  /** What is wrong, one line each. */
  faults: string[];
}

/** What must hold whatever happened to the workers: every run became one published episode, and each phase was paid for once. */
export async function judgeRuns({ admin }: WorkerLab): Promise<Judgement> {
  const list = async (text: string) =>
    (await admin.query<{ fault: string }>(text)).rows.map(({ fault }) => fault);
  const [counts] = (
    await admin.query<{ runs: number; phases: number }>(
      `select (select count(*)::int from episode_schedule_queue) as runs,
              (select count(*)::int from token_usage where queue_id is not null) as phases`,
    )
  ).rows;
  const faults = [
    ...(await list(
      `select 'run ' || q.id || ' is ' || q.status || ': ' || coalesce(q.reason, '') as fault
       from episode_schedule_queue q where q.status <> 'PUBLISHED'`,
    )),
    ...(await list(
      `select 'run ' || q.id || ' has ' || count(e.id) || ' published episodes' as fault
       from episode_schedule_queue q left join episode e on e.queue_id = q.id and e.status = 'PUBLISHED'
       group by q.id having count(e.id) <> 1`,
    )),
    ...(await list(
      `select 'run ' || p.queue_id || ', phase ' || p.phase || ': ' || count(u.id) || ' entries in the ledger' as fault
       from generation_phase p left join token_usage u on u.queue_id = p.queue_id and u.phase = p.phase
       group by p.queue_id, p.phase having count(u.id) <> 1`,
    )),
    ...(await list(
      `select 'run ' || queue_id || ': ' || step || ' ' || count(*) || ' times' as fault
       from lab_log where step = 'published' or step like '% DONE' group by queue_id, step having count(*) <> 1`,
    )),
    ...(await list(
      `select 'run ' || q.id || ' has ' || count(p.id) || ' finished phases' as fault
       from episode_schedule_queue q left join generation_phase p on p.queue_id = q.id and p.status = 'DONE'
       group by q.id having count(p.id) <> 5`,
    )),
    ...(await list(
      `select 'the episodes of project ' || project_id || ' are not numbered from 1 without a hole' as fault
       from episode group by project_id having max(number) <> count(*) or count(distinct number) <> count(*)`,
    )),
  ];
  for (const fault of faults.slice(0, 20)) console.log(fault);
  return { runs: counts?.runs ?? 0, phases: counts?.phases ?? 0, faults };
}
