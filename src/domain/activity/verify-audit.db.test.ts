import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { anchorAuditHeads, anchorMemory } from "./anchor-audit-heads.ts";
import { readAnchors } from "./audit-anchors.ts";
import { auditHash, FIRST_HASH } from "./audit-hash.ts";
import { recordAudit } from "./record-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

const COLUMNS =
  "actor_kind, actor_user_id, actor_name, action, target_type, target_id, before, after, address, user_agent, occurred_at, previous_hash, hash, seal";

describe("verifying the audit log", () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    folder = await mkdtemp(path.join(tmpdir(), "episodic-anchors-"));
    file = path.join(folder, "anchors.jsonl");
    // A superuser can do this too.
    await admin.query("alter table audit_head disable trigger all");
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const record = (ctx: Ctx, rows: number, title = "A title") =>
    inOrganization(ctx, async (inside) => {
      for (let row = 0; row < rows; row += 1) {
        const entry = { action: "project.add", targetType: "project", targetId: `p${row}` } as const;
        await recordAudit(inside, { ...entry, after: { title, minutes: row } });
      }
    });
  const verify = async (ctx: Ctx, anchorsFile?: string) =>
    verifyAudit(ctx, ctx.organizationId, {
      anchors: anchorsFile ? await readAnchors(anchorsFile, ctx.keys) : null,
    });
  const anchor = (ctx: Ctx, memory = anchorMemory(file)) =>
    anchorAuditHeads({ ...ctx, db: database.worker }, memory);
  const tamper = (ctx: Ctx, statement: string) =>
    admin.query(statement.replaceAll("$org", `'${ctx.organizationId}'`));

  it.each([
    [
      "an edit",
      "update audit_log set after = '{}' where organization_id = $org and sequence = 3",
      3n,
      "edited",
    ],
    [
      "a time set back by a millisecond",
      "update audit_log set occurred_at = occurred_at - interval '1 ms' where organization_id = $org and sequence = 1",
      1n,
      "edited",
    ],
    [
      "a time that no clock shows",
      "update audit_log set occurred_at = 'infinity' where organization_id = $org and sequence = 2",
      2n,
      "edited",
    ],
    [
      "another address",
      "update audit_log set address = '198.51.100.1' where organization_id = $org and sequence = 5",
      5n,
      "edited",
    ],
    [
      "a seal of somebody else's",
      "update audit_log set seal = sha256('x') where organization_id = $org and sequence = 4",
      4n,
      "forged",
    ],
    [
      "a seal that was taken off",
      "update audit_log set seal = null where organization_id = $org and sequence = 4",
      4n,
      "unsealed",
    ],
    ["a deletion", "delete from audit_log where organization_id = $org and sequence = 3", 3n, "missing"],
    ["a cut tail", "delete from audit_log where organization_id = $org and sequence > 3", 4n, "cut"],
    [
      "a cut tail with a head made to match",
      "delete from audit_log where organization_id = $org and sequence > 3; update audit_head set sequence = 3, hash = (select hash from audit_log where organization_id = $org and sequence = 3) where organization_id = $org",
      4n,
      "head-forged",
    ],
    ["a head taken away", "delete from audit_head where organization_id = $org", 6n, "headless"],
    [
      "two rows that changed places",
      "update audit_log set sequence = case sequence when 2 then 102 else 104 end where organization_id = $org and sequence in (2, 4); update audit_log set sequence = 106 - sequence where organization_id = $org and sequence in (102, 104)",
      2n,
      "moved",
    ],
    [
      "a row put in twice",
      `insert into audit_log (organization_id, sequence, ${COLUMNS}) select organization_id, 6, ${COLUMNS} from audit_log where organization_id = $org and sequence = 5`,
      6n,
      "moved",
    ],
  ])("names the first bad row after %s", async (_what, statement, sequence, fault) => {
    const { ctx } = await makeOrganization(database.app);
    await record(ctx, 5);
    expect(await verify(ctx)).toMatchObject({ rows: 5n, problem: null });
    await tamper(ctx, statement);
    expect(await verify(ctx)).toMatchObject({ rows: sequence - 1n, problem: { sequence, fault } });
  });

  it("finds a cut tail with a genuine older head put back by the anchors alone, and the alarm is raised at once", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    await record(ctx, 3);
    await tamper(
      ctx,
      "create temporary table kept on commit preserve rows as select * from audit_head where organization_id = $org",
    );
    await record(ctx, 2);
    const memory = anchorMemory(file);
    await anchor(ctx, memory);
    await tamper(
      ctx,
      "delete from audit_log where organization_id = $org and sequence > 3; delete from audit_head where organization_id = $org; insert into audit_head select * from kept; drop table kept",
    );
    expect(await verify(ctx)).toMatchObject({ rows: 3n, problem: null });
    expect(await verify(ctx, file)).toMatchObject({ rows: 3n, problem: { sequence: 4n, fault: "cut" } });
    expect((await anchor(ctx, memory)).notAsLeft).toContain(organizationId);
    expect((await anchor(ctx)).notAsLeft, "also by a worker that was just started").toContain(organizationId);
    await record(ctx, 2, "Another story");
    expect(await verify(ctx, file)).toMatchObject({ problem: { sequence: 5n, fault: "rewritten" } });
  });

  it("anchors a head once, and again when it moved, whoever shares the file", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    const [one, other] = [anchorMemory(`${file}.shared`), anchorMemory(`${file}.shared`)];
    const mine = async (memory = one) =>
      (await anchor(ctx, memory)).added.filter((line) => line.organization === organizationId);
    await record(ctx, 2);
    expect(await mine()).toMatchObject([{ sequence: 2 }]);
    expect(await mine()).toEqual([]);
    expect(await mine(other)).toEqual([]);
    await record(ctx, 1);
    // A crash in the middle of a line.
    await writeFile(one.file, '{"at":"2026-', { flag: "a" });
    expect(await mine(other)).toMatchObject([{ sequence: 3 }]);
    expect(await mine()).toEqual([]);
    const read = await readAnchors(one.file, ctx.keys);
    expect(read?.byOrganization.get(organizationId)?.map(({ sequence }) => sequence)).toEqual([2n, 3n]);
    expect(read?.notOurs).toBe(1);
    expect(await verify(ctx, one.file)).toMatchObject({ problem: null, lastAnchor: { sequence: 3n } });
  });

  it("takes the lines of a worker's log for anchors", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    await record(ctx, 4);
    const { added } = await anchor(ctx, anchorMemory(`${file}.of-log`));
    const logged = added.map((line) => ({
      level: "info",
      time: "2026-11-21T08:00:00.000Z",
      ...line,
      msg: "x",
    }));
    await writeFile(`${file}.log`, logged.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await tamper(ctx, "delete from audit_log where organization_id = $org and sequence > 2");
    await tamper(ctx, "delete from audit_head where organization_id = $org");
    const read = await readAnchors(`${file}.log`, ctx.keys);
    expect(read?.byOrganization.get(organizationId)).toMatchObject([{ sequence: 4n }]);
    expect(await verify(ctx, `${file}.log`)).toMatchObject({ problem: { sequence: 3n, fault: "cut" } });
  });

  it("does not believe a line that somebody else wrote", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    await record(ctx, 2);
    const line = { at: new Date().toISOString(), organization: organizationId, sequence: 9, sealedFrom: 1 };
    await writeFile(
      `${file}.forged`,
      `${JSON.stringify({ ...line, hash: "0".repeat(64), seal: "0".repeat(64) })}\n`,
    );
    expect(await verify(ctx, `${file}.forged`)).toMatchObject({ rows: 2n, problem: null, lastAnchor: null });
  });

  it("continues a log from before there were seals, and holds what follows to having them", async () => {
    const { ctx, organizationId } = await makeOrganization(database.app);
    await writeOldRows(organizationId, 3);
    expect(await verify(ctx)).toMatchObject({ rows: 3n, problem: null, isSealed: false });
    await Promise.all([record(ctx, 1), record(ctx, 1)]);
    expect(await verify(ctx)).toMatchObject({ rows: 5n, problem: null, isSealed: true });
    await tamper(ctx, "update audit_log set seal = null where organization_id = $org and sequence = 4");
    expect(await verify(ctx)).toMatchObject({ problem: { sequence: 4n, fault: "unsealed" } });
  });

  it("is not fooled by a head that was taken away and began anew with the next row", async () => {
    const { ctx } = await makeOrganization(database.app);
    await record(ctx, 5);
    await tamper(
      ctx,
      "delete from audit_log where organization_id = $org and sequence > 3; delete from audit_head where organization_id = $org",
    );
    await record(ctx, 1);
    expect(await verify(ctx)).toMatchObject({ problem: { sequence: 4n, fault: "restarted" } });
  });

  it("does not make a head good that somebody else set, by writing the next row", async () => {
    const { ctx } = await makeOrganization(database.app);
    await record(ctx, 5);
    await tamper(
      ctx,
      "delete from audit_log where organization_id = $org and sequence > 3; update audit_head set sequence = 3, hash = (select hash from audit_log where organization_id = $org and sequence = 3) where organization_id = $org",
    );
    await record(ctx, 2);
    expect(await verify(ctx)).toMatchObject({ problem: { sequence: 6n, fault: "head-forged" } });
  });

  it("sees one organization's rows alone, and nothing for one without any", async () => {
    const { ctx } = await makeOrganization(database.app);
    expect(await verify(ctx)).toMatchObject({ rows: 0n, problem: null });
    await record((await makeOrganization(database.app)).ctx, 2);
    expect(await verify(ctx)).toMatchObject({ rows: 0n, problem: null });
  });

  /** As recordAudit wrote them before there were seals. */
  async function writeOldRows(organizationId: string, rows: number): Promise<void> {
    let previousHash: Uint8Array = FIRST_HASH;
    for (let sequence = 1n; sequence <= rows; sequence += 1n) {
      const occurredAt = "2026-11-20T08:00:00.000Z";
      const content = {
        organizationId,
        sequence,
        actorKind: "SYSTEM",
        actorUserId: null,
        actorName: "job",
        action: "project.add",
        targetType: "project",
        targetId: "p",
        before: null,
        after: null,
        occurredAt,
      };
      const hash = auditHash(previousHash, content);
      await admin.query(
        "insert into audit_log (organization_id, sequence, actor_kind, actor_name, action, target_type, target_id, occurred_at, previous_hash, hash) values ($1, $2, 'SYSTEM', 'job', 'project.add', 'project', 'p', $3, $4, $5)",
        [organizationId, sequence, occurredAt, previousHash, hash],
      );
      previousHash = hash;
    }
  }
});
