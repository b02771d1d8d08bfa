import pg from "pg";
import { type Migration, readMigrations, toMigrationList } from "./read-migrations.ts";
import { withSchemaEngine } from "./schema-engine.ts";

export interface MigrationStatus {
  applied: string[];
  /** In the checkout, not yet in the database. */
  pending: string[];
  /** In the database, unknown to the checkout: the schema is newer than the code. */
  unknown: string[];
  /** Applied, but their text has changed since. */
  edited: string[];
}

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Applies every pending migration as the owner of `ownerUrl`; gives their names. */
export async function migrateUp(ownerUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const list = toMigrationList(migrations ?? (await readMigrations()));
  const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList: list, filters: NO_FILTERS }),
  );
  return appliedMigrationNames;
}

/**
 * Takes the newest applied migration back by its `down.sql`, in one transaction with its row in `_prisma_migrations`.
 * Gives its name, or null when none is applied.
 */
export async function migrateDown(ownerUrl: string): Promise<string | null> {
  const { applied } = await migrationStatus(ownerUrl);
  const name = applied.at(-1);
  if (name === undefined) return null;
  const migration = (await readMigrations()).find((one) => one.name === name);
  if (!migration)
    throw new Error(
      `The database has the migration ${name}, which this version does not know. Go back with the version that made it.`,
    );
  await withClient(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query(migration.down);
    await client.query("delete from _prisma_migrations where migration_name = $1", [name]);
    await client.query("commit");
  });
  return name;
}

/** Compares the database's history with the checkout's. */
export async function migrationStatus(url: string): Promise<MigrationStatus> {
  const known = await readMigrations();
  const rows = await withClient(url, async (client) => {
    const table = await client.query("select to_regclass('public._prisma_migrations') as found");
    if (table.rows[0].found === null) return [];
    const history = await client.query<{ name: string; checksum: string }>(
      "select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null order by migration_name",
    );
    return history.rows;
  });
  const applied = rows.map((row) => row.name);
  const names = known.map((migration) => migration.name);
  const sums = new Map(
    await Promise.all(known.map(async ({ name, up }) => [name, await checksum(up)] as const)),
  );
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
    edited: rows
      .filter((row) => sums.has(row.name) && sums.get(row.name) !== row.checksum)
      .map((row) => row.name),
  };
}

async function checksum(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(digest).toString("hex");
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
