import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import getPort from "get-port";
import pg from "pg";
import { runProgram } from "#cli/test-run/run-program.ts";
import { TEST_SECRET, type TestDatabase } from "#testing/database.ts";
import { withDatabase } from "#testing/with-database.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SECONDS_TO_START = 60;

/** The web process of the production build, on a database of its own. */
export interface WebLab {
  origin: string;
  port: number;
  database: TestDatabase;
  /** Sees and may do everything: for looking, and for setting scenes. */
  admin: pg.Client;
  /** Forgets what was counted, so that a limit is not taken for a refusal. */
  forgetLimits(): Promise<void>;
}

/** Builds where needed, and serves `folder` (the checkout, or a copy of it) for as long as the work takes. */
export async function withWebLab<T>(
  name: string,
  folder: string,
  work: (lab: WebLab) => Promise<T>,
): Promise<T> {
  return withDatabase(name, async (database) => {
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const port = await getPort();
    const origin = `http://localhost:${port}`;
    const web = execa("node", ["src/cli/serve-web.ts"], {
      cwd: folder,
      preferLocal: true,
      reject: false,
      all: true,
      env: {
        NODE_ENV: "production",
        APP_DATABASE_URL: database.appUrl,
        EPISODIC_SECRET: TEST_SECRET,
        ORIGIN: origin,
        HOST: "127.0.0.1",
        PORT: String(port),
        TRUSTED_PROXIES: "",
        LOG_LEVEL: "fatal",
      },
    });
    try {
      await answers(port);
      return await work({
        origin,
        port,
        database,
        admin,
        forgetLimits: async () => void (await admin.query("delete from rate_limit")),
      });
    } finally {
      web.kill("SIGTERM");
      await web;
      await admin.end();
    }
  });
}

/** @throws Error when the build fails. */
export async function buildRoot(): Promise<void> {
  if ((await runProgram(ROOT, "node", ["src/cli/main.ts", "build"])) !== 0) {
    throw new Error("The web application does not build.");
  }
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < SECONDS_TO_START * 10; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error("The web process does not answer.");
}
