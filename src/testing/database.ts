import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "#platform/database.ts";
import { databaseUrl, roleUrl } from "#platform/postgres/role-urls.ts";

export const TEMPLATE = "episodic_template";
export const TEST_SECRET = "a secret for tests only, long enough to be one";

/** A database of the test file's own, entered by the three roles. */
export interface TestDatabase {
  name: string;
  /** As the web process sees it. */
  app: Database;
  /** As the worker sees it. */
  worker: Database;
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  /** Closes the connections and drops the database; call it in `afterAll`. */
  drop(): Promise<void>;
}

/** Clones the migrated template: one database for each test file, so that files run side by side. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return cloneTemplate(inject("adminUrl"));
}

/** The same for a program that runs outside vitest and has started a server of its own. */
export async function cloneTemplate(serverUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(serverUrl, `create database ${name} template ${TEMPLATE}`);
  const adminUrl = databaseUrl(serverUrl, name);
  const [ownerUrl, appUrl, workerUrl] = (["episodic_owner", "episodic_app", "episodic_worker"] as const).map(
    (role) => roleUrl(adminUrl, role, TEST_SECRET),
  ) as [string, string, string];
  const app = openDatabase(appUrl);
  const worker = openDatabase(workerUrl);
  return {
    name,
    app,
    worker,
    adminUrl,
    ownerUrl,
    appUrl,
    workerUrl,
    drop: async () => {
      await Promise.all([app.close(), worker.close()]);
      await asAdmin(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Clones of one template must wait for each other: PostgreSQL refuses a template that is in use.
    await client.query("select pg_advisory_lock(hashtext('episodic template'))");
    await client.query(statement);
  } finally {
    await client.end();
  }
}
