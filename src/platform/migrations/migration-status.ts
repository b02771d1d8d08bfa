import { withClient } from "../postgres/with-client.ts";
import { readMigrations } from "./read-migrations.ts";

export interface MigrationStatus {
  applied: string[];
  /** In the checkout, not yet in the database. */
  pending: string[];
  /** In the database, unknown to the checkout: the schema is newer than the code. */
  unknown: string[];
  /** Applied, but their text has changed since. */
  edited: string[];
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
