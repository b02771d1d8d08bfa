import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
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

  it("is one unbroken chain, though many write at once", async () => {
    const { ctx } = await makeOrganization(database.app);
    await Promise.all(Array.from({ length: 12 }, (_, index) => record(ctx, `p${index}`)));
    expect(await inOrganization(ctx, verifyAudit)).toEqual({ rows: 12, firstBadSequence: null });
  });

  it("can't be changed or emptied by the run-time roles", async () => {
    const { ctx } = await makeOrganization(database.app);
    await record(ctx, "p");
    for (const statement of [
      "update audit_log set action = 'x'",
      "delete from audit_log",
      "truncate audit_log",
    ]) {
      await expect(inOrganization(ctx, ({ tx }) => tx.$executeRawUnsafe(statement))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  it.each([
    ["an edit", 'update audit_log set after = \'{"title":"Other"}\' where sequence = 3'],
    ["a deletion", "delete from audit_log where sequence = 3"],
    ["a changed time", "update audit_log set occurred_at = occurred_at + interval '1 ms' where sequence = 3"],
  ])("names the first bad row after %s by a superuser", async (_what, tampering) => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    for (let index = 0; index < 5; index += 1) await record(ctx, `p${index}`);
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(`${tampering} and organization_id = '${organizationId}'`);
    await admin.end();
    expect(await inOrganization(ctx, verifyAudit)).toEqual({ rows: 2, firstBadSequence: 3n });
  });
});
