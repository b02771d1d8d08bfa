import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization, runSql, sql } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";

const countProjects = sql<{ count: bigint }>("count_projects", "select count(*) from project");

describe("inOrganization", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("shows the rows of its organization and of no other", async () => {
    const one = await makeOrganization(database.app);
    const other = await makeOrganization(database.app);
    const project = await makeProject(one.ctx);
    await makeProject(other.ctx);

    const seen = await inOrganization(one.ctx, ({ tx }) => tx.project.findMany({ select: { id: true } }));
    expect(seen).toEqual([{ id: project.id }]);
  });

  it("keeps nothing of a transaction that failed, and leaves no setting on its connection", async () => {
    const { ctx } = await makeOrganization(database.app);
    const failing = inOrganization(ctx, async (inside) => {
      await makeProject(inside);
      throw new Error("after the insert");
    });
    await expect(failing).rejects.toThrow("after the insert");
    expect(await inOrganization(ctx, ({ tx }) => tx.project.count())).toBe(0);
    expect(await runSql(database.app.pool, countProjects, [])).toEqual([{ count: 0n }]);
  });

  it("joins the transaction that is open", async () => {
    const { ctx } = await makeOrganization(database.app);
    await inOrganization(ctx, async (inside) => {
      await makeProject(inside);
      expect(await inOrganization(inside, ({ tx }) => runSql(tx, countProjects, []))).toEqual([
        { count: 1n },
      ]);
    });
  });
});
