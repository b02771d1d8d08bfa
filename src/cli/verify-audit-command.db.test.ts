import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchorAuditHeads, anchorMemory } from "#domain/activity/anchor-audit-heads.ts";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { verifyAudits } from "./verify-audit-command.ts";

describe("audit verify", () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let folder: string;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    folder = await mkdtemp(path.join(tmpdir(), "episodic-verify-"));
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  async function makeLog(name: string): Promise<{ organizationId: string; slug: string }> {
    const { ctx, organizationId } = await makeOrganization(database.app, { name });
    system = { db: database.worker, clock: ctx.clock, keys: ctx.keys };
    return inOrganization(ctx, async (inside) => {
      for (const targetId of ["a", "b", "c"])
        await recordAudit(inside, { action: "project.add", targetType: "project", targetId });
      const { slug } = await inside.tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
      return { organizationId, slug };
    });
  }

  async function verify(options: { organization?: string; anchors?: string }) {
    const lines: string[] = [];
    const isWhole = await verifyAudits(system, options, (line) => lines.push(line));
    return { isWhole, lines };
  }

  it("names each organization with what is wrong, and is whole only when all are", async () => {
    const good = await makeLog("Good");
    const bad = await makeLog("Bad");
    const anchors = path.join(folder, "anchors.jsonl");
    await anchorAuditHeads(system, anchorMemory(anchors));
    expect(await verify({ anchors })).toEqual({
      isWhole: true,
      lines: [
        `2 anchors in ${anchors}`,
        "Bad: 3 rows, whole, anchored up to row 3",
        "Good: 3 rows, whole, anchored up to row 3",
      ],
    });
    const edit = "update audit_log set target_id = 'x' where organization_id = $1 and sequence = 2";
    await admin.query(edit, [bad.organizationId]);
    const after = await verify({ anchors });
    expect(after.isWhole).toBe(false);
    expect(after.lines[1]).toBe("Bad: row 2 was changed after it was written");
    expect(after.lines[2]).toMatch(/^Good: 3 rows, whole/);
    expect((await verify({ anchors, organization: good.slug })).isWhole).toBe(true);
    expect((await verify({ anchors, organization: bad.slug })).isWhole).toBe(false);
  });

  it("misses no organization whose members, head or self were taken away", async () => {
    const { organizationId } = await makeLog("Gone");
    const anchors = path.join(folder, "anchors-of-gone.jsonl");
    await anchorAuditHeads(system, anchorMemory(anchors));
    await admin.query("set session_replication_role = 'replica'");
    await admin.query("delete from membership where organization_id = $1", [organizationId]);
    expect((await verify({ anchors })).lines).toContain("Gone: 3 rows, whole, anchored up to row 3");
    for (const table of ["audit_log", "audit_head"])
      await admin.query(`delete from ${table} where organization_id = $1`, [organizationId]);
    await admin.query("delete from organization where id = $1", [organizationId]);
    const { isWhole, lines } = await verify({ anchors });
    expect(isWhole).toBe(false);
    expect(lines).toContainEqual(expect.stringContaining(`${organizationId}: row 1 is missing`));
  });

  it("says what is not there", async () => {
    await makeLog("Any");
    await expect(verify({ organization: "nobody" })).rejects.toThrow(/No organization has the slug nobody/);
    await expect(verify({ anchors: "/no/such/file" })).rejects.toThrow("There is no file /no/such/file.");
  });
});
