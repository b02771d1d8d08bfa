import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "date-fns";
import pg from "pg";
import { ConfigurationError } from "#platform/env.ts";
import { drawDataModel } from "#platform/migrations/draw-data-model.ts";
import { dumpSchema } from "#platform/migrations/dump-schema.ts";
import { migrateUp } from "#platform/migrations/migrate.ts";
import {
  DATA_MODEL_PAGE,
  MIGRATIONS_FOLDER,
  PRISMA_FOLDER,
  readDataModel,
  readMigrations,
  toMigrationList,
} from "#platform/migrations/read-migrations.ts";
import { withSchemaEngine } from "#platform/migrations/schema-engine.ts";
import { startEmbeddedServer } from "#platform/postgres/embedded-server.ts";
import { prepareRoles } from "#platform/postgres/prepare-roles.ts";
import { databaseUrl, roleUrl } from "#platform/postgres/role-urls.ts";

const SECRET = "the scratch server's secret: it lives for one command";

/**
 * Writes `prisma/migrations/<time>_<name>/` with the SQL that brings the migrations' schema to the data model's, and the way back.
 * What Prisma can't say (policies, checks, partial indexes) is added by hand; then `migrate dump` brings prisma/schema.sql up to date.
 *
 * @throws ConfigurationError when the name is not in words joined by `_`, or nothing changed.
 */
export async function newMigration(name: string): Promise<void> {
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new ConfigurationError(
      `Name the migration in lower-case words joined by _, such as add_reading_position.`,
    );
  }
  const migrations = { tag: "migrations" as const, ...toMigrationList(await readMigrations()) };
  const model = { tag: "schemaDatamodel" as const, files: await readDataModel() };
  const up = await diff(migrations, model);
  const down = await diff(model, migrations);
  if (!up || /empty migration/i.test(up)) {
    throw new ConfigurationError(
      "prisma/schema says what the migrations say already: there is nothing to write.",
    );
  }
  const folder = path.join(MIGRATIONS_FOLDER, `${format(new Date(), "yyyyMMddHHmmss")}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), up);
  await writeFile(path.join(folder, "down.sql"), down);
  console.log(
    `Wrote ${path.relative(process.cwd(), folder)}. Read both files, add what Prisma can't say, then run \`npm run episodic -- migrate dump\`.`,
  );
}

/** Writes what the migrations make of an empty database to prisma/schema.sql, and the data model's page to docs/data-model.md. */
export async function writeSchemaDump(): Promise<void> {
  const dump = await withScratchDatabase(async (_url, ownerUrl) => {
    await migrateUp(ownerUrl);
    return dumpSchema(ownerUrl);
  });
  await writeFile(path.join(PRISMA_FOLDER, "schema.sql"), dump);
  await writeFile(DATA_MODEL_PAGE, drawDataModel(await readDataModel()));
  console.log("Wrote prisma/schema.sql and docs/data-model.md.");
}

type DiffTarget = Parameters<Parameters<Parameters<typeof withSchemaEngine>[1]>[0]["diff"]>[0]["from"];

/** The engine replays the migrations on the database that it is connected to: each diff gets one of its own. */
async function diff(from: DiffTarget, to: DiffTarget): Promise<string> {
  const filters = { externalTables: [], externalEnums: [] };
  const params = { from, to, script: true, exitCode: null, filters };
  const result = await withScratchDatabase((url) => withSchemaEngine(url, (engine) => engine.diff(params)));
  return result.stdout ?? "";
}

async function withScratchDatabase<T>(work: (url: string, ownerUrl: string) => Promise<T>): Promise<T> {
  const server = await startEmbeddedServer({
    folder: `.data/scratch-${process.pid}`,
    settings: ["fsync=off"],
  });
  try {
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    await client.query("create database scratch");
    await client.end();
    const url = databaseUrl(server.adminUrl, "scratch");
    await prepareRoles(url, SECRET);
    return await work(url, roleUrl(url, "episodic_owner", SECRET));
  } finally {
    await server.remove();
  }
}
