import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { FILL_ORGANIZATION } from "#testing/fill-organization.sql.ts";

/** Belong to the organization as a whole, or are read by administrators alone, who see every project. */
const OF_THE_ORGANIZATION = [
  "audit_head",
  "audit_log",
  "invitation",
  "membership",
  "model_price",
  "organization",
  "project_grant",
  "suppression",
  "usage_day",
  "usage_reconciliation",
];

describe("the walls between projects of one organization", () => {
  let database: TestDatabase;
  let web: pg.Client;
  let tables: string[];
  let projectId: string;
  /** How many rows each table has, seen by the owner of the database. */
  let filled: Record<string, number>;
  const organizationId = randomUUID();

  beforeAll(async () => {
    database = await createTestDatabase();
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const user = await admin.query(`insert into "user" (email) values ('u@example.test') returning id`);
    await admin.query(FILL_ORGANIZATION, [organizationId, user.rows[0].id]);
    projectId = (await admin.query("select id from project")).rows[0].id;
    const optional = [
      "token_usage",
      "token_usage_daily",
      "episode_usage_daily",
      "usage_reservation",
      "spending_window",
    ];
    for (const table of [...optional, "budget", "model_choice", "user_event"]) {
      await admin.query(`update ${table} set project_id = $1`, [projectId]);
    }
    const found = await admin.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id'",
    );
    tables = found.rows.map(({ name }) => name).filter((name) => !OF_THE_ORGANIZATION.includes(name));
    tables.push("project");
    filled = {};
    for (const table of tables) {
      const { rows } = await admin.query(`select count(*)::int as count from "${table}"`);
      filled[table] = rows[0].count;
    }
    await admin.end();
    web = new pg.Client({ connectionString: database.appUrl });
    await web.connect();
  });
  afterAll(async () => {
    await web.end();
    await database.drop();
  });

  const countSeen = async (projects: string) => {
    const seen: Record<string, number> = {};
    await web.query("begin");
    await web.query(
      "select set_config('app.organization_id', $1, true), set_config('app.project_ids', $2, true)",
      [organizationId, projects],
    );
    for (const table of tables) {
      const { rows } = await web.query(`select count(*)::int as count from "${table}"`);
      seen[table] = rows[0].count;
    }
    await web.query("rollback");
    return seen;
  };

  it("hide every row of a project that was not chosen, in every table", async () => {
    expect(tables.length).toBeGreaterThan(15);
    for (const projects of ["{}", `{${randomUUID()}}`]) {
      expect(new Set(Object.values(await countSeen(projects)))).toEqual(new Set([0]));
    }
  });

  it("show every row of a project that was chosen, and of all when nothing was narrowed", async () => {
    expect(Math.min(...Object.values(filled))).toBeGreaterThan(0);
    for (const projects of [`{${projectId}}`, ""]) {
      expect(await countSeen(projects)).toEqual(filled);
    }
  });

  it("refuse rows for a project that was not chosen", async () => {
    await web.query("begin");
    await web.query(
      "select set_config('app.organization_id', $1, true), set_config('app.project_ids', '{}', true)",
      [organizationId],
    );
    const theft = web.query(
      "insert into planning_note (organization_id, project_id, text) values ($1, $2, 'a note')",
      [organizationId, projectId],
    );
    await expect(theft).rejects.toMatchObject({ code: "42501" });
    await web.query("rollback");
  });
});
