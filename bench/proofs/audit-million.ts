import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { verifyAudits } from "#cli/verify-audit-command.ts";
import { anchorAuditHeads, anchorMemory } from "#domain/activity/anchor-audit-heads.ts";
import { auditHash, FIRST_HASH } from "#domain/activity/audit-hash.ts";
import { sealOfHead, sealOfRow } from "#domain/activity/audit-seal.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { testKeys } from "#testing/test-keys.ts";
import { withDatabase } from "#testing/with-database.ts";
import type { Proof } from "../proof.ts";

const ROWS = 1_000_000;
const ROWS_OF_A_COPY = 20_000;
const MOST_SECONDS = 60;

/** The rows are put in by COPY, with the hashes and seals that `recordAudit` would give them; then `audit verify` is run on them. */
export const proof: Proof = {
  name: "audit-million",
  says: `A million rows of one organization's audit log are verified in under ${MOST_SECONDS} seconds`,
  quick: false,
  run: (args) => withDatabase("audit-million", (database) => verifyMany(database, Number(args[0] ?? ROWS))),
};

async function verifyMany(database: TestDatabase, rows: number): Promise<{ ok: boolean; figure: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "episodic-audit-"));
  // The server reads the rows as a user of its own.
  await chmod(folder, 0o755);
  const { ctx, organizationId, userId } = await makeOrganization(database.app, { name: "A million" });
  try {
    const began = performance.now();
    await writeLog(database, { organizationId, userId, rows, file: path.join(folder, "rows") });
    console.log(`${rows} rows written in ${seconds(began)} s`);
    const system = { db: database.worker, clock: ctx.clock, keys: testKeys };
    const anchors = path.join(folder, "anchors.jsonl");
    await anchorAuditHeads(system, anchorMemory(anchors));
    const start = performance.now();
    const used = process.cpuUsage();
    const isWhole = await verifyAudits(system, { anchors }, console.log);
    const taken = Number(seconds(start));
    const { user, system: inKernel } = process.cpuUsage(used);
    const busy = ((user + inKernel) / 1_000_000).toFixed(1);
    return {
      ok: isWhole && taken < MOST_SECONDS && rows >= ROWS,
      figure: `${rows} rows verified in ${taken} s, ${Math.round(rows / taken)} rows a second; ${busy} s of it busy`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Log {
  organizationId: string;
  userId: string;
  rows: number;
  file: string;
}

async function writeLog(database: TestDatabase, { organizationId, userId, rows, file }: Log): Promise<void> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  let previousHash: Uint8Array = FIRST_HASH;
  const start = Date.UTC(2026, 0, 1);
  for (let from = 0; from < rows; from += ROWS_OF_A_COPY) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(from + ROWS_OF_A_COPY, rows); row += 1) {
      const content = {
        organizationId,
        sequence: BigInt(row + 1),
        actorKind: "USER",
        actorUserId: userId,
        actorName: null,
        action: "project.change",
        targetType: "project",
        targetId: organizationId,
        before: { title: `A series about matter ${row}`, minutes: row % 30 },
        after: {
          title: `A series about matter ${row + 1}`,
          minutes: (row + 1) % 30,
          fields: ["title", "minutes"],
        },
        address: `203.0.113.${row % 256}`,
        userAgent:
          "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        occurredAt: new Date(start + row * 977).toISOString(),
      };
      const hash = auditHash(previousHash, content);
      const { before, after, ...plain } = content;
      const json = [before, after].map((held) => quoted(JSON.stringify(held)));
      const [, , kind, user, , ...rest] = Object.values(plain).map((held) =>
        held === null ? "" : quoted(`${held}`),
      );
      const bytes = [previousHash, hash, sealOfRow(testKeys, hash)].map(
        (held) => `\\x${Buffer.from(held).toString("hex")}`,
      );
      lines.push([organizationId, row + 1, kind, user, "", ...rest, ...json, ...bytes].join(","));
      previousHash = hash;
    }
    await writeFile(file, `${lines.join("\n")}\n`);
    await admin.query(
      `copy audit_log (organization_id, sequence, actor_kind, actor_user_id, actor_name, action, target_type, target_id, address, user_agent,
         occurred_at, before, after, previous_hash, hash, seal) from '${file}' (format csv)`,
    );
  }
  const head = { organizationId, sequence: BigInt(rows), hash: previousHash, sealedFrom: 1n };
  await admin.query(
    "insert into audit_head (organization_id, sequence, hash, sealed_from, seal) values ($1, $2, $3, 1, $4)",
    [organizationId, rows, previousHash, sealOfHead(testKeys, head)],
  );
  await admin.query("analyze audit_log");
  await admin.end();
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1_000).toFixed(1);
}
