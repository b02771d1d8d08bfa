import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { prepareRoles } from "#platform/postgres/prepare-roles.ts";
import { databaseUrl, roleUrl } from "#platform/postgres/role-urls.ts";
import { TEST_SECRET } from "#testing/database.ts";
import { drawDataModel } from "./draw-data-model.ts";
import { dumpSchema } from "./dump-schema.ts";
import { migrateDown, migrateUp } from "./migrate.ts";
import { migrationStatus } from "./migration-status.ts";
import {
  DATA_MODEL_PAGE,
  PRISMA_FOLDER,
  readDataModel,
  readMigrations,
  toMigrationList,
} from "./read-migrations.ts";
import { withSchemaEngine } from "./schema-engine.ts";

const filters = { externalTables: [], externalEnums: [] };

/** An empty database of the test's own. */
async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("adminUrl") });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe("migrations", () => {
  let name: string;
  let adminUrl: string;
  let ownerUrl: string;
  beforeEach(async () => {
    name = `empty_${randomBytes(6).toString("hex")}`;
    await onServer(`create database ${name}`);
    adminUrl = databaseUrl(inject("adminUrl"), name);
    await prepareRoles(adminUrl, TEST_SECRET);
    ownerUrl = roleUrl(adminUrl, "episodic_owner", TEST_SECRET);
  });
  afterEach(() => onServer(`drop database ${name} with (force)`));

  it("make the schema that prisma/schema.sql shows", async () => {
    await migrateUp(ownerUrl);
    const written = await readFile(path.join(PRISMA_FOLDER, "schema.sql"), "utf8");
    expect(await dumpSchema(ownerUrl), "run `npm run episodic -- migrate dump`").toBe(written);
  });

  it("are drawn in docs/data-model.md as the schema is", async () => {
    const page = await readFile(DATA_MODEL_PAGE, "utf8");
    expect(page, "run `npm run episodic -- migrate dump`").toBe(drawDataModel(await readDataModel()));
    expect(page).toContain("episode ||--o{ block");
  });

  it("say what the data model says", async () => {
    const from = { tag: "migrations" as const, ...toMigrationList(await readMigrations()) };
    const to = { tag: "schemaDatamodel" as const, files: await readDataModel() };
    const { stdout } = await withSchemaEngine(adminUrl, (engine) =>
      engine.diff({ from, to, script: true, exitCode: null, filters }),
    );
    expect(stdout, "run `npm run episodic -- migrate new <name>`").toMatch(/empty migration/i);
  });

  it("go up, down and up again to the same schema, and each way back keeps the rows of the tables that stay", async () => {
    const names = (await readMigrations()).map((migration) => migration.name);
    await migrateUp(ownerUrl);
    const schema = await dumpSchema(ownerUrl);
    const before = await fill(adminUrl);
    for (const expected of names.toReversed()) {
      expect(await migrateDown(ownerUrl)).toBe(expected);
      const after = await countRows(adminUrl);
      for (const [table, rows] of Object.entries(after)) expect(rows, table).toBe(before[table]);
    }
    expect(await migrateDown(ownerUrl)).toBeNull();
    expect(await migrateUp(ownerUrl)).toEqual(names);
    expect(await dumpSchema(ownerUrl)).toBe(schema);
  });

  it("tell a schema that is newer than the code, and one that was edited", async () => {
    await migrateUp(ownerUrl);
    expect(await migrationStatus(ownerUrl)).toMatchObject({ pending: [], unknown: [], edited: [] });
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(
      "update _prisma_migrations set migration_name = '29990101000000_later' where migration_name like '%_walls'",
    );
    await client.query("update _prisma_migrations set checksum = 'x' where migration_name like '%_tables'");
    await client.end();
    const status = await migrationStatus(ownerUrl);
    expect(status.unknown).toEqual(["29990101000000_later"]);
    expect(status.edited).toEqual(["20261121090000_tables"]);
    expect(status.pending).toEqual(["20261121090100_walls"]);
  });

  it("index every foreign key, so that no delete or join scans a table", async () => {
    await migrateUp(ownerUrl);
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    const { rows } = await client.query(UNINDEXED_FOREIGN_KEYS);
    await client.end();
    expect(rows.map((row) => row.key)).toEqual([]);
  });
});

/** A foreign key is served by an index that begins with its columns, in any order. */
const UNINDEXED_FOREIGN_KEYS = `
  select format('%s %s', k.conrelid::regclass, pg_get_constraintdef(k.oid)) as key
  from pg_constraint k
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    and not exists (
      select from pg_index i
      where i.indrelid = k.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`;

async function fill(url: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    with o as (insert into organization (name, slug) values ('Northwind', 'northwind') returning id),
         u as (insert into "user" (email) values ('a@example.test') returning id),
         p as (insert into project (organization_id, title, goal, cadence_config) select id, 'T', 'G', '{}' from o returning *)
    insert into membership (organization_id, user_id, role) select o.id, u.id, 'OWNER' from o, u`);
  await client.end();
  return countRows(url);
}

async function countRows(url: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
    counts[name] = rows[0]?.count ?? 0;
  }
  await client.end();
  return counts;
}
