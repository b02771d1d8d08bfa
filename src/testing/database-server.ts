import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "#cli/migrate-database.ts";
import { startEmbeddedServer } from "#platform/postgres/embedded-server.ts";
import { prepareRoles } from "#platform/postgres/prepare-roles.ts";
import { databaseUrl, roleUrl } from "#platform/postgres/role-urls.ts";
import { TEMPLATE, TEST_SECRET } from "./database.ts";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
  }
}

/** Nothing in a test database must survive a power cut. */
export const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Starts one server for the run and migrates the template that every test file's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = `.data/test-postgres-${process.pid}`;
  const server = await startEmbeddedServer({ folder, settings: FAST });
  await makeTemplate(server.adminUrl);
  project.provide("adminUrl", server.adminUrl);
  return async () => {
    await server.remove();
  };
}

/** Makes the database that `cloneTemplate` clones. */
export async function makeTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const url = databaseUrl(adminUrl, TEMPLATE);
  await prepareRoles(url, TEST_SECRET);
  await migrateDatabase(roleUrl(url, "episodic_owner", TEST_SECRET));
}
