import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { type AuditEntry, recordAudit } from "../activity/record-audit.ts";
import { exportAuditLog } from "./export-audit-log.ts";
import { type AuditLine, listAuditLog } from "./list-audit-log.ts";
import { verifyAuditLog } from "./verify-audit-log.ts";

const zone = "Europe/Berlin";

describe("reading the audit log", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const record = (ctx: Ctx, entry: Partial<AuditEntry> = {}) =>
    inOrganization(ctx, (inside) =>
      recordAudit(inside, { action: "project.change", targetType: "thing", targetId: "t", ...entry }),
    );
  const numbers = (rows: readonly AuditLine[]) => rows.map(({ sequence }) => Number(sequence));
  const find = async (ctx: Ctx, filter: object) =>
    numbers((await listAuditLog(ctx, { zone, ...filter })).rows);

  it("tells who did what to what, each by its name of today", async () => {
    const { ctx, userId } = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(ctx, { title: "Title of today" });
    const from = { address: "203.0.113.7", userAgent: "Firefox" };
    const entry = { targetType: "project", targetId: projectId, before: { title: "Title of before" } };
    await record({ ...ctx, from }, entry);
    await record(actingFor(ctx, ctx.organizationId, "tick"), { targetType: "member", targetId: userId });
    const { rows } = await listAuditLog(ctx, { zone, target: "" });
    expect(rows.slice(0, 2)).toMatchObject([
      { who: { kind: "SYSTEM", id: null, name: "tick" }, target: { link: { to: "member", id: userId } } },
      {
        who: { kind: "USER", id: userId, name: expect.stringMatching(/^Person /) },
        says: "changed a project",
        target: { type: "project", name: "Title of today", link: { to: "project", id: projectId } },
        before: { title: "Title of before" },
        after: null,
        ...from,
      },
    ]);
    await inOrganization(ctx, ({ tx }) =>
      tx.project.update({ where: { id: projectId }, data: { deletedAt: ctx.clock.now() } }),
    );
    const [gone] = (await listAuditLog(ctx, { zone, target: projectId })).rows;
    expect(gone?.target).toEqual({ type: "project", name: "Title of today", link: null });
  });

  it("calls whoever was deleted a former member", async () => {
    const { ctx } = await makeOrganization(database.app);
    const member = await asMember({ ctx, organizationId: ctx.organizationId, userId: "" }, "ADMIN");
    await record(member);
    const id = member.actor.kind === "user" ? member.actor.userId : "";
    const data = { name: "", email: null, deletedAt: ctx.clock.now() };
    await database.app.prisma.user.update({ where: { id }, data });
    const [row] = (await listAuditLog(ctx, { zone, who: id })).rows;
    expect(row?.who).toEqual({ kind: "USER", id, name: "a former member" });
  });

  it("filters by person, action, target and local date, and pages by number", async () => {
    const at = (instant: string) => fixedClock(instant);
    const { ctx, userId } = await makeOrganization(database.app, { clock: at("2026-11-20T22:59:59.999Z") });
    await record(ctx, { after: { title: "100% Änderung" } });
    const next = { ...ctx, clock: at("2026-11-20T23:00:00Z") };
    await record(next, { action: "project.remove", targetId: "A-1" });
    await record(actingFor(next, ctx.organizationId, "tick"), { targetType: "source" });
    const { id: projectId } = await makeProject(ctx, { title: "Neptune" });
    await record(next, { targetType: "project", targetId: projectId });
    const all = await find(ctx, {});
    const [named, job, removed, first] = all;
    expect(await find(ctx, { who: userId })).toEqual(all.filter((number) => number !== job));
    expect(await find(ctx, { who: "system" })).toEqual([job]);
    expect(await find(ctx, { action: "project.remove" })).toEqual([removed]);
    expect(await find(ctx, { target: "a-1" })).toEqual([removed]);
    expect(await find(ctx, { target: "100% Ä" })).toEqual([first]);
    expect(await find(ctx, { target: "%" })).toEqual([first]);
    expect(await find(ctx, { target: "nept" })).toEqual([named]);
    // Midnight in Berlin is 23:00 in UTC.
    expect(await find(ctx, { until: "2026-11-20" })).toContain(first);
    expect(await find(ctx, { until: "2026-11-20" })).not.toContain(removed);
    expect(await find(ctx, { from: "2026-11-21", until: "2026-11-21" })).toEqual([named, job, removed]);
    expect(await find(ctx, { from: "2026-11-22" })).toEqual([]);
    expect(await find(ctx, { before: job })).toEqual(all.slice(2));
  });

  it("gives fifty rows at a time, and all of them in the end", async () => {
    const { ctx } = await makeOrganization(database.app);
    await inOrganization(ctx, async (inside) => {
      for (let row = 0; row < 101; row += 1)
        await recordAudit(inside, { action: "run.retry", targetType: "run", targetId: `${row}` });
    });
    const seen: number[] = [];
    let before: bigint | null | undefined;
    do {
      const page = await listAuditLog(ctx, { zone, ...(before ? { before } : {}) });
      expect(page.rows.length).toBeLessThanOrEqual(50);
      seen.push(...numbers(page.rows));
      before = page.nextBefore;
    } while (before);
    expect(seen).toEqual(Array.from({ length: 101 }, (_, index) => 101 - index));
  });

  it("exports what the filter lets through, and leaves a row that says so", async () => {
    const { ctx } = await makeOrganization(database.app);
    await inOrganization(ctx, async (inside) => {
      for (let row = 0; row < 1_001; row += 1)
        await recordAudit(inside, { action: "run.retry", targetType: "run", targetId: `${row}` });
    });
    await record(ctx);
    const sizes: number[] = [];
    for await (const page of await exportAuditLog(ctx, { zone, action: "run.retry", format: "csv" })) {
      sizes.push(page.length);
      expect(page.every(({ action }) => action === "run.retry")).toBe(true);
    }
    expect(sizes).toEqual([1_000, 1]);
    const [row] = (await listAuditLog(ctx, { zone })).rows;
    expect(row).toMatchObject({ action: "audit.export", after: { format: "csv", action: "run.retry" } });
  });

  it("shows another organization's rows to nobody, nor any to who may not read them", async () => {
    const one = await makeOrganization(database.app);
    const other = await makeOrganization(database.app);
    await record(one.ctx, { targetId: "mine" });
    await record(other.ctx, { targetId: "theirs" });
    const { rows } = await listAuditLog(one.ctx, { zone, target: "t" });
    expect(rows.every(({ targetId }) => targetId !== "theirs")).toBe(true);
    for await (const page of await exportAuditLog(one.ctx, { zone, format: "jsonl" })) {
      expect(page.map(({ targetId }) => targetId)).not.toContain("theirs");
    }
    for (const role of ["EDITOR", "READER"] as const) {
      const ctx = await asMember(one, role);
      const anchorFile = path.join(tmpdir(), "no-such-anchors.jsonl");
      for (const refused of [
        listAuditLog(ctx, { zone }),
        exportAuditLog(ctx, { zone, format: "csv" }),
        verifyAuditLog(ctx, { anchorFile }),
      ]) {
        await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
      const admin = await asMember(one, "ADMIN");
      expect(await verifyAuditLog(admin, { anchorFile })).toMatchObject({ problem: null, hasAnchors: false });
    }
  });
});
