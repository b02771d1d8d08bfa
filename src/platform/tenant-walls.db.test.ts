import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { FILL_ORGANIZATION } from "#testing/fill-organization.sql.ts";

/** Tables that belong to no tenant. Every other table must have an `organization_id` and a wall. */
const GLOBAL_TABLES = [
  "_prisma_migrations",
  "authenticator_app",
  "identity",
  "passkey",
  "passkey_challenge",
  "rate_limit",
  "recovery_code",
  "session",
  "sign_in_token",
  "user",
  "worker_heartbeat",
];

/** What the worker may scan while it acts for no tenant. */
const SCANNED_BY_WORKER = [
  "audit_head",
  "delivery",
  "episode_schedule_queue",
  "project_schedule",
  "token_usage",
  "token_usage_daily",
  "usage_day",
  "usage_reservation",
];

const SETTINGS = ["none", "empty", "other tenant", "forged", "not an id"] as const;
type Setting = (typeof SETTINGS)[number];

describe("the walls between tenants", () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let tables: string[];
  const clients: Record<string, pg.Client> = {};
  const victim = randomUUID();
  const attacker = randomUUID();

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    for (const [index, organization] of [victim, attacker].entries()) {
      const { rows } = await admin.query(
        `insert into "user" (email) values ('u${index}@example.test') returning id`,
      );
      await admin.query(FILL_ORGANIZATION, [organization, rows[0].id]);
    }
    const found = await admin.query<{ name: string }>(
      `
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)`,
      [GLOBAL_TABLES],
    );
    tables = found.rows.map((row) => row.name).sort();
    for (const [role, url] of [
      ["app", database.appUrl],
      ["worker", database.workerUrl],
    ] as const) {
      clients[role] = new pg.Client({ connectionString: url });
      await clients[role].connect();
    }
  });
  afterAll(async () => {
    await Promise.all([admin.end(), ...Object.values(clients).map((client) => client.end())]);
    await database.drop();
  });

  const tenantColumn = (table: string) => (table === "organization" ? "id" : "organization_id");

  /** Runs one statement as a role with a setting, in a transaction that is always undone. */
  async function attempt(role: string, setting: Setting, statement: string, values: unknown[] = []) {
    const client = clients[role];
    if (!client) throw new Error(`no client for ${role}`);
    const value = {
      none: null,
      empty: "",
      "other tenant": attacker,
      forged: randomUUID(),
      "not an id": "' or 1=1",
    }[setting];
    await client.query("begin");
    try {
      if (value !== null) await client.query("select set_config('app.organization_id', $1, true)", [value]);
      const result = await client.query(statement, values);
      return { refused: false, rows: result.rowCount ?? 0 };
    } catch (error) {
      return { refused: true, rows: 0, code: (error as pg.DatabaseError).code };
    } finally {
      await client.query("rollback");
    }
  }

  const mayScan = (role: string, setting: Setting, table: string) =>
    role === "worker" && (setting === "none" || setting === "empty") && SCANNED_BY_WORKER.includes(table);

  it("stand around every table that is not global, with a row of two tenants behind each", async () => {
    for (const table of tables) {
      const column = tenantColumn(table);
      const { rows } = await admin.query(
        `select ${column} as id from "${table}" where ${column} = any ($1)`,
        [[victim, attacker]],
      );
      expect(new Set(rows.map((row) => row.id)), `${table} has no row in fill-organization.sql.ts`).toEqual(
        new Set([victim, attacker]),
      );
    }
    const walled = await admin.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1",
    );
    expect(walled.rows.map((row) => row.name)).toEqual(tables);
  });

  it("let the worker scan the tables of its duties and no other", async () => {
    const { rows } = await admin.query<{ name: string }>(
      "select tablename as name from pg_policies where policyname = 'worker_scan' order by 1",
    );
    expect(rows.map((row) => row.name)).toEqual(SCANNED_BY_WORKER);
  });

  it("are held by roles that own nothing, bypass nothing and can't make themselves more", async () => {
    const { rows } = await admin.query(`
      select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
      from pg_roles r where r.rolname in ('episodic_app', 'episodic_worker') order by 1`);
    const nothing = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
      memberships: 0,
    };
    expect(rows).toEqual([
      { rolname: "episodic_app", ...nothing },
      { rolname: "episodic_worker", ...nothing },
    ]);
  });

  describe.each(["app", "worker"])("for the role %s", (role) => {
    describe.each(SETTINGS)("with the setting: %s", (setting) => {
      it("no row of the victim is seen", async () => {
        for (const table of tables) {
          const outcome = await attempt(
            role,
            setting,
            `select 1 from "${table}" where ${tenantColumn(table)} = $1`,
            [victim],
          );
          expect(outcome.rows, table).toBe(mayScan(role, setting, table) ? 1 : 0);
        }
      });

      it("no row of the victim is changed or taken over", async () => {
        for (const table of tables) {
          const column = tenantColumn(table);
          const change = await attempt(
            role,
            setting,
            `update "${table}" set ${column} = ${column} where ${column} = $1`,
            [victim],
          );
          if (mayScan(role, setting, table)) continue;
          expect(change.rows, table).toBe(0);
          const theft = await attempt(
            role,
            setting,
            `update "${table}" set ${column} = $2 where ${column} = $1`,
            [victim, attacker],
          );
          expect(theft.rows, table).toBe(0);
        }
      });

      it("no row of the victim is deleted", async () => {
        for (const table of tables) {
          if (mayScan(role, setting, table)) continue;
          const outcome = await attempt(
            role,
            setting,
            `delete from "${table}" where ${tenantColumn(table)} = $1`,
            [victim],
          );
          expect(outcome.rows, table).toBe(0);
        }
      });

      it("no row is put into the victim's organization", async () => {
        for (const table of tables) {
          if (mayScan(role, setting, table)) continue;
          const column = tenantColumn(table);
          const { rows } = await admin.query(
            `select to_jsonb(t) as row from "${table}" t where ${column} = $1 limit 1`,
            [victim],
          );
          const copy = {
            ...rows[0].row,
            ...("id" in rows[0].row && column !== "id" ? { id: randomUUID() } : {}),
          };
          const insert = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`;
          const outcome = await attempt(role, setting, insert, [copy]);
          // 42501: refused by the policy; 22P02: the setting is no id at all.
          expect(outcome, table).toMatchObject({
            refused: true,
            code: expect.stringMatching(/^(42501|22P02)$/),
          });
        }
      });
    });

    it("a tenant can't point a row of its own at another tenant's", async () => {
      const steal = await attempt(
        role,
        "other tenant",
        "update source_chunk set source_id = (select id from source limit 1)",
        [],
      );
      expect(steal.refused).toBe(false);
      const { rows } = await admin.query("select id from source where organization_id = $1", [victim]);
      const point = await attempt(
        role,
        "other tenant",
        "update source_chunk set source_id = $1, ordinal = 99",
        [rows[0].id],
      );
      expect(point).toMatchObject({ refused: true, code: "23503" });
    });
  });
});
