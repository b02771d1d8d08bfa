import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, TEST_SECRET, type TestDatabase } from "#testing/database.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

describe("a start that can't be", () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "episodic-refusals-"));
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const start = async (env: Record<string, string>) => {
    const { exitCode, stderr } = await execa("node", ["src/cli/main.ts", "start"], {
      preferLocal: true,
      reject: false,
      env: { DATA_DIR: path.join(folder, "data"), EPISODIC_SECRET: "", DATABASE_URL: "", ORIGIN: "", ...env },
    });
    return { exitCode, says: stderr.trim().split("\n") };
  };

  it.each([
    ["EPISODIC_SECRET", {}],
    ["DATABASE_URL", { EPISODIC_SECRET: SECRET }],
    ["ORIGIN", { EPISODIC_SECRET: SECRET, DATABASE_URL: "postgres://u:p@127.0.0.1:1/x" }],
  ])("for want of %s in production says so in one sentence", async (name, env) => {
    const { exitCode, says } = await start({ NODE_ENV: "production", ...env });
    expect(exitCode).toBe(1);
    expect(says).toEqual([expect.stringMatching(new RegExp(`^${name} must be set in production`))]);
  });

  it("because nobody listens at DATABASE_URL says where it looked, and keeps the password to itself", async () => {
    const { exitCode, says } = await start({ DATABASE_URL: "postgres://u:hidden@127.0.0.1:1/mine" });
    expect(exitCode).toBe(1);
    expect(says.at(-1)).toMatch(/^The database mine on 127\.0\.0\.1:1 can't be reached/);
    expect(says.join()).not.toContain("hidden");
  });

  it("because the schema is newer than the code says which version to start", async () => {
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    await client.query(
      "insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at) values ('later', 'x', '29990101000000_later', now(), now())",
    );
    await client.end();
    const { exitCode, says } = await start({
      DATABASE_URL: database.adminUrl,
      EPISODIC_SECRET: TEST_SECRET,
    });
    expect(exitCode).toBe(1);
    expect(says.at(-1)).toMatch(/migrated by a newer version of Episodic \(29990101000000_later\)/);
  });

  it("because the data folder can't be written says what to do", async () => {
    const file = path.join(folder, "a-file");
    await writeFile(file, "");
    const { exitCode, says } = await start({ DATA_DIR: file });
    expect(exitCode).toBe(1);
    expect(says).toEqual([expect.stringMatching(/^The data folder .*a-file can't be written\. .* DATA_DIR/)]);
  });
});
