import { startEmbeddedServer } from "#platform/postgres/embedded-server.ts";
import { cloneTemplate, type TestDatabase } from "./database.ts";
import { FAST, makeTemplate } from "./database-server.ts";

/**
 * Gives a program that runs outside vitest (a proof, a benchmark) a migrated database on a server of its own, and removes both
 * afterwards. `settings` are those of the server; by default it is as fast, and as forgetful, as in tests.
 */
export async function withDatabase<T>(
  name: string,
  work: (database: TestDatabase) => Promise<T>,
  settings: readonly string[] = FAST,
): Promise<T> {
  const server = await startEmbeddedServer({ folder: `.data/${name}-postgres-${process.pid}`, settings });
  try {
    await makeTemplate(server.adminUrl);
    const database = await cloneTemplate(server.adminUrl);
    try {
      return await work(database);
    } finally {
      await database.drop();
    }
  } finally {
    await server.remove();
  }
}
