import { mkdir } from "node:fs/promises";
import path from "node:path";
import getPort, { portNumbers } from "get-port";
import { Listr } from "listr2";
import { plantDemo, waitForFirstEpisode } from "#demo/plant-demo.ts";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/database.ts";
import { ConfigurationError, env } from "#platform/env.ts";
import { keysFrom } from "#platform/keys.ts";
import type { System } from "#platform/system.ts";
import { buildWeb, isBuilt } from "./build-web.ts";
import { checkSettings, type Installation, openInstallation } from "./installation.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { endLeftovers, findRunningOrigin, removeRunning, writeRunning } from "./running-file.ts";
import { makeSignInLink } from "./sign-in-link.ts";
import { type Supervision, supervise } from "./supervise.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

const SHOWING_TIMES = {
  rendererOptions: { timer: { condition: true, field: (ms: number) => `${(ms / 1_000).toFixed(1)} s` } },
};

interface Progress {
  installation: Installation;
  origin: string;
  port: number;
  system: System;
  supervision: Supervision;
  /** The demo organization's id when this start made it. */
  planted: string | null;
}

/** Starts the whole system on this machine and stays until it is stopped. `dev` reloads on changes and shows all output. */
export async function start(mode: "start" | "dev"): Promise<void> {
  const began = performance.now();
  const settings = env();
  await checkSettings(settings);
  const running = await findRunningOrigin(settings.DATA_DIR);
  if (running) {
    throw new ConfigurationError(
      `Episodic runs already, at ${running}. Stop it with Ctrl-C, or set DATA_DIR to start a second one beside it.`,
    );
  }
  const progress = {} as Progress;
  const stop = stopInOrder(progress, settings.DATA_DIR);
  try {
    await steps(mode).run(progress);
    if (progress.planted) await firstEpisode(progress.system, progress.planted).run();
    const link = await makeSignInLink(progress.system, progress.origin);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(
      `\nEpisodic is ready after ${seconds} s. Open this link to sign in (once, within ten minutes):\n`,
    );
    console.log(`  ${link}\n`);
    console.log("Ctrl-C stops it. `npm run episodic -- sign-in-link` prints another link.");
    progress.supervision.steady();
    const ended = await progress.supervision.gaveUp;
    console.error(`The ${ended} process keeps ending; its log is in ${settings.DATA_DIR}/logs/${ended}.log.`);
    process.exitCode = 1;
  } finally {
    await stop();
  }
}

function steps(mode: "start" | "dev"): Listr<Progress> {
  const settings = env();
  return new Listr<Progress>(
    [
      {
        title: "Database",
        task: async (progress, task) => {
          const left = await endLeftovers(settings.DATA_DIR);
          progress.installation = await openInstallation(settings);
          const { server, ownerUrl } = progress.installation;
          progress.system = {
            db: openDatabase(progress.installation.appUrl, { connections: 2 }),
            clock: systemClock,
            keys: keysFrom(progress.installation.secret),
          };
          const applied = await migrateDatabase(ownerUrl);
          const where = server ? `embedded, port ${server.port}` : new URL(ownerUrl).host;
          const facts = [
            where,
            applied.length > 0 ? `${applied.length} migrations applied` : "schema up to date",
          ];
          if (left.length > 0) facts.push(`ended ${left.join(" and ")} of a start that was killed`);
          if (server?.isNew && server.notice) facts.push(server.notice);
          task.title = `Database: ${facts.join(", ")}`;
        },
      },
      {
        title: "Demo organisation",
        task: async (progress, task) => {
          progress.planted = await plantDemo(progress.system);
          task.title = progress.planted ? "Demo organisation: made" : "Demo organisation: there";
        },
      },
      {
        title: "Web application",
        enabled: mode === "start",
        task: async (_progress, task) => {
          if (await isBuilt()) {
            task.title = "Web application: built";
            return;
          }
          await buildWeb((line) => {
            task.output = line;
          });
          task.title = "Web application: built now";
        },
      },
      {
        title: "Processes",
        task: async (progress, task) => {
          progress.port = await findPort();
          progress.origin = settings.ORIGIN ?? `http://localhost:${progress.port}`;
          progress.supervision = await startAll(mode, progress);
          await waitUntilReady(addressOf(progress.port), progress.supervision, (waitsFor) => {
            task.output = waitsFor;
          });
          const moved = progress.port === settings.PORT ? "" : ` (port ${settings.PORT} is taken)`;
          task.title = `Processes: web on port ${progress.port}${moved}, worker`;
        },
      },
    ],
    SHOWING_TIMES,
  );
}

/** Only after the start that made the demo: its first episode is there when the link is printed. */
function firstEpisode(system: System, organizationId: string): Listr {
  return new Listr(
    [
      {
        title: "First episode",
        task: async (_, task) => {
          const title = await waitForFirstEpisode(system, organizationId, (status) => {
            task.output = status;
          });
          task.title = `First episode: “${title}”`;
        },
      },
    ],
    SHOWING_TIMES,
  );
}

/** The configured port or, on a machine where nobody else relies on it, the next free one. */
async function findPort(): Promise<number> {
  const { PORT, HOST, NODE_ENV } = env();
  const port = await getPort({ port: portNumbers(PORT, PORT + 100), host: HOST });
  if (port === PORT || NODE_ENV !== "production") return port;
  throw new ConfigurationError(
    `Port ${PORT} is taken on ${HOST}. Free it, or set PORT to the one that your proxy looks at.`,
  );
}

function addressOf(port: number): string {
  const isAny = env().HOST === "0.0.0.0" || env().HOST === "::";
  return `http://${isAny ? "127.0.0.1" : env().HOST}:${port}`;
}

async function startAll(mode: "start" | "dev", progress: Progress): Promise<Supervision> {
  const settings = env();
  const { installation, origin, port } = progress;
  const logFolder = path.join(settings.DATA_DIR, "logs");
  await mkdir(logFolder, { recursive: true });
  const shared = {
    EPISODIC_SECRET: installation.secret,
    ORIGIN: origin,
    HOST: settings.HOST,
    PORT: String(port),
    DATA_DIR: settings.DATA_DIR,
    LOG_LEVEL: settings.LOG_LEVEL,
    METRICS_PORT: String(settings.METRICS_PORT),
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const web = { name: "web", command: "node", words: ["src/cli/serve-web.ts"] };
  const reload = mode === "dev" ? ["--watch", "--watch-preserve-output"] : [];
  const worker = { name: "worker", command: "node", words: [...reload, "jobs/worker.ts"] };
  return supervise(
    [
      { ...web, env: { ...shared, APP_DATABASE_URL: installation.appUrl } },
      { ...worker, env: { ...shared, WORKER_DATABASE_URL: installation.workerUrl } },
    ],
    {
      logFolder,
      isLoud: mode === "dev",
      onChange: (children) => writeRunning(settings.DATA_DIR, { origin, children }),
    },
  );
}

/** Web first, so that nobody is let in; then the worker, which gives back what it holds; the database last. */
function stopInOrder(progress: Partial<Progress>, dataFolder: string): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const stop = () => {
    underWay ??= (async () => {
      await progress.supervision?.stop();
      await progress.system?.db.close();
      await progress.installation?.server?.stop();
      await removeRunning(dataFolder);
    })();
    return underWay;
  };
  // npm passes a signal on that the terminal has sent to both: the second one must not end this process in the middle of stopping.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (!underWay) console.log("\nStopping web, worker and database …");
      void stop().then(() => process.exit(signal === "SIGINT" ? 130 : 143));
    });
  }
  return stop;
}
