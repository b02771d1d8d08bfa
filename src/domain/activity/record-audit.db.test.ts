import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { recordAudit } from "./record-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

describe("the audit log", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const record = (ctx: Ctx, targetId: string) =>
    inOrganization(ctx, (inside) =>
      recordAudit(inside, {
        action: "project.change",
        targetType: "project",
        targetId,
        before: { minutes: 6, title: "Old" },
        after: { title: "New", minutes: 8, nested: { b: [1, null], a: "ü" } },
      }),
    );
  const verify = (ctx: Ctx) => verifyAudit(ctx, ctx.organizationId, { anchors: null });
  const rowsOf = (ctx: Ctx) =>
    inOrganization(ctx, ({ tx }) => tx.auditLog.findMany({ orderBy: { sequence: "asc" } }));

  it("is one unbroken chain, though fifty write at once and nothing was written before", async () => {
    const { ctx } = await makeOrganization(database.app);
    await Promise.all(Array.from({ length: 50 }, (_, index) => record(ctx, `p${index}`)));
    expect(await verify(ctx)).toMatchObject({ rows: 50n, problem: null, isSealed: true });
    const rows = await rowsOf(ctx);
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, i) => BigInt(i + 1)));
    expect(new Set(rows.map(({ targetId }) => targetId)).size).toBe(50);
  });

  it("goes with the change: what is undone leaves no row and no gap", async () => {
    const { ctx } = await makeOrganization(database.app);
    await record(ctx, "first");
    const undone = inOrganization(ctx, async (inside) => {
      await recordAudit(inside, { action: "project.add", targetType: "project", targetId: "undone" });
      throw new Error("the change failed");
    });
    await expect(undone).rejects.toThrow("the change failed");
    await record(ctx, "second");
    expect((await rowsOf(ctx)).map(({ targetId, sequence }) => [targetId, sequence])).toEqual([
      ["first", 1n],
      ["second", 2n],
    ]);
    expect(await verify(ctx)).toMatchObject({ rows: 2n, problem: null });
  });

  it("undoes the change whose row can't be written", async () => {
    const { ctx } = await makeOrganization(database.app);
    const refused = inOrganization(ctx, async (inside) => {
      await inside.tx.organization.update({ where: { id: ctx.organizationId }, data: { name: "Changed" } });
      const nobody = { kind: "user", userId: "not an id", role: "OWNER" } as const;
      await recordAudit(
        { ...inside, actor: nobody },
        { action: "organization.set-up", targetType: "organization", targetId: ctx.organizationId },
      );
    });
    await expect(refused).rejects.toThrow();
    const { name } = await inOrganization(ctx, ({ tx }) =>
      tx.organization.findUniqueOrThrow({ where: { id: ctx.organizationId } }),
    );
    expect(name).not.toBe("Changed");
  });

  it("tells where a request came from, and leaves it open for a job", async () => {
    const { ctx } = await makeOrganization(database.app);
    const from = { address: "203.0.113.7", userAgent: `Browser ${"x".repeat(400)}` };
    await record({ ...ctx, from }, "by a person");
    await record({ ...ctx, from: { address: null, userAgent: null } }, "by a person somewhere");
    await record(actingFor(ctx, ctx.organizationId, "tick"), "by a job");
    expect(await rowsOf(ctx)).toMatchObject([
      { actorKind: "USER", address: "203.0.113.7", userAgent: from.userAgent.slice(0, 300) },
      { actorKind: "USER", address: null, userAgent: null },
      { actorKind: "SYSTEM", actorName: "tick", address: null, userAgent: null },
    ]);
    expect(await verify(ctx)).toMatchObject({ rows: 3n, problem: null });
  });

  it("holds no secret and no address, whatever it is handed, and hashes what it holds", async () => {
    const { ctx } = await makeOrganization(database.app);
    await inOrganization(ctx, (inside) =>
      recordAudit(inside, {
        action: "project.change",
        targetType: "project",
        targetId: "ada@example.org",
        before: { password: "correct horse", note: "What I think of Bob" },
        after: { email: "ada@example.org", title: "Half \ud800 of a pair\0", at: new Date(0) as never },
      }),
    );
    expect(await rowsOf(ctx)).toMatchObject([
      {
        targetId: "a…@example.org",
        before: { password: "[left out]", note: "[19 characters]" },
        after: { email: "a…@example.org", title: "Half \ufffd of a pair", at: "1970-01-01T00:00:00.000Z" },
      },
    ]);
    expect(await verify(ctx)).toMatchObject({ rows: 1n, problem: null });
  });

  describe.each(["app", "worker"] as const)("to the role of the %s", (role) => {
    it.each([
      ["change a row", "update audit_log set action = 'x'", /permission denied/],
      ["take a row away", "delete from audit_log", /permission denied/],
      ["empty it", "truncate audit_log", /permission denied/],
      ["take the head away", "delete from audit_head", /permission denied/],
      ["empty the heads", "truncate audit_head", /permission denied/],
      ["set the head back", "update audit_head set sequence = sequence - 1", /one row at a time/],
      ["set another head of the same row", "update audit_head set hash = sha256('x')", /one row at a time/],
      ["say that seals began later", "update audit_head set sealed_from = 2", /one row at a time/],
      [
        "put a second head in",
        "insert into audit_head select organization_id, 1, hash, 1, seal from audit_head",
        /duplicate key|Unique constraint/,
      ],
      ["disarm what guards the head", "alter table audit_head disable trigger all", /must be owner/],
    ])("it is not given to %s", async (_what, statement, refusal) => {
      const { ctx } = await makeOrganization(database[role]);
      for (const target of ["p", "q", "r"]) await record(ctx, target);
      const attempt = inOrganization(ctx, ({ tx }) => tx.$executeRawUnsafe(statement));
      await expect(attempt).rejects.toThrow(refusal);
      expect(await verify(ctx)).toMatchObject({ rows: 3n, problem: null });
    });
  });
});
