import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { ENDS, interleave, watch } from "./interleave.ts";

describe("interleaved transactions of many organizations", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("see and leave nothing of each other, however they end", async () => {
    const { counts, looks, wrong } = await interleave({
      ...database,
      transactions: 500,
      organizations: 40,
      connections: 8,
    });
    expect(wrong).toEqual([]);
    expect(looks).toBeGreaterThan(250);
    const seen = [...counts.keys()].join();
    for (const end of Object.keys(ENDS)) expect(seen).toContain(end);
  });

  it("would be caught at a setting that is left behind", async () => {
    const wrong: string[] = [];
    const looked = watch(database.app, wrong);
    const client = await database.app.pool.connect();
    await client.query("select set_config('app.organization_id', gen_random_uuid()::text, false)");
    client.release();
    expect(await looked()).toBe(1);
    expect(wrong).toEqual([expect.stringMatching(/^left behind/)]);
  });
});
