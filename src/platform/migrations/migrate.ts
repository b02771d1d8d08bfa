import { withClient } from "../postgres/with-client.ts";
import { migrationStatus } from "./migration-status.ts";
import { type Migration, readMigrations, toMigrationList } from "./read-migrations.ts";
import { withSchemaEngine } from "./schema-engine.ts";

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
