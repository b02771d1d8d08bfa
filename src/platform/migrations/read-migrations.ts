import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Every command runs from the checkout's root: npm sees to it. */
export const PRISMA_FOLDER = path.resolve("prisma");
export const MIGRATIONS_FOLDER = path.join(PRISMA_FOLDER, "migrations");
export const DATA_MODEL_PAGE = path.join(PRISMA_FOLDER, "../docs/data-model.md");

export interface Migration {
  /** The folder's name, `20261121100000_the_spine`. */
  name: string;
  up: string;
  down: string;
}

/** Every migration of the checkout, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      up: await readFile(path.join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8"),
      down: await readFile(path.join(MIGRATIONS_FOLDER, name, "down.sql"), "utf8"),
    })),
  );
}

/** The migrations in the shape that the schema engine takes. */
export function toMigrationList(migrations: readonly Migration[]) {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, up }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: up } },
    })),
  };
}

/** The data model, file by file, as the schema engine takes it. */
export async function readDataModel(): Promise<{ path: string; content: string }[]> {
  const folder = path.join(PRISMA_FOLDER, "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(folder, name),
      content: await readFile(path.join(folder, name), "utf8"),
    })),
  );
}
