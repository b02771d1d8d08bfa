import { describe, expect, it } from "vitest";
import { keysFrom } from "#platform/keys.ts";
import { type AuditProblem, type AuditRow, type AuditWitnesses, walkAudit } from "./audit-chain.ts";
import { type AuditContent, auditHash, FIRST_HASH } from "./audit-hash.ts";
import { type AuditHead, sealOfHead, sealOfRow } from "./audit-seal.ts";

const ORGANIZATION = "0190a6f0-0000-7000-8000-000000000001";
const keys = keysFrom("the secret of this installation, which is long");
const others = keysFrom("the secret of somebody else, which is as long");

/** A log of `count` rows, sealed from one of them on. */
function makeLog(count: number, sealedFrom = 1, by = keys): AuditRow[] {
  const rows: AuditRow[] = [];
  let previousHash: Uint8Array = FIRST_HASH;
  for (let number = 1; number <= count; number += 1) {
    const content: AuditContent = {
      organizationId: ORGANIZATION,
      sequence: BigInt(number),
      actorKind: "SYSTEM",
      actorUserId: null,
      actorName: "job",
      action: "project.add",
      targetType: "project",
      targetId: `p${number}`,
      before: null,
      after: { minutes: number },
      occurredAt: "2026-11-21T08:00:00.000Z",
    };
    const hash = auditHash(previousHash, content);
    rows.push({ ...content, previousHash, hash, seal: number < sealedFrom ? null : sealOfRow(by, hash) });
    previousHash = hash;
  }
  return rows;
}

function headOf(rows: readonly AuditRow[], sealedFrom = 1n): AuditHead & { seal: Uint8Array } {
  const last = rows.at(-1);
  if (!last) throw new Error("no rows");
  const head = { organizationId: ORGANIZATION, sequence: last.sequence, hash: last.hash, sealedFrom };
  return { ...head, seal: sealOfHead(keys, head) };
}

function walk(rows: readonly AuditRow[], witnesses: Partial<AuditWitnesses>): AuditProblem | null {
  const log = walkAudit(ORGANIZATION, keys, { head: null, anchors: [], ...witnesses });
  for (const row of rows) {
    const problem = log.step(row);
    if (problem) return problem;
  }
  return log.end();
}

const rows = makeLog(5);
const head = headOf(rows);
const with3 = (change: Partial<AuditRow>) =>
  rows.map((row) => (row.sequence === 3n ? { ...row, ...change } : row));

describe("walking an audit log", () => {
  it("finds nothing in one that is as it was left", () => {
    expect(walk(rows, { head })).toBeNull();
    expect(walk(rows, { head, anchors: [headOf(rows.slice(0, 2)), head] })).toBeNull();
    expect(walk([], {})).toBeNull();
    expect(walk(makeLog(3, 4), {})).toBeNull();
    expect(walk(makeLog(6, 4), { head: headOf(makeLog(6, 4), 4n) })).toBeNull();
  });

  it.each([
    ["a changed field", with3({ targetId: "other" }), 3n, "edited"],
    ["a changed hash", with3({ hash: FIRST_HASH }), 3n, "edited"],
    ["a changed previous hash", with3({ previousHash: FIRST_HASH }), 3n, "edited"],
    ["a changed seal", with3({ seal: new Uint8Array(32) }), 3n, "forged"],
    ["a short seal", with3({ seal: new Uint8Array(3) }), 3n, "forged"],
    ["no seal", with3({ seal: null }), 3n, "unsealed"],
    ["a missing row", rows.filter(({ sequence }) => sequence !== 3n), 3n, "missing"],
    ["a row twice", [...rows.slice(0, 3), ...rows.slice(2)], 4n, "moved"],
    ["a row before the first", [...with3({ sequence: 0n }).slice(2, 3), ...rows], 1n, "moved"],
    ["rows of another installation", makeLog(5, 1, others), 1n, "forged"],
    ["a cut end", rows.slice(0, 3), 4n, "cut"],
    ["nothing left", [], 1n, "cut"],
    ["a row behind the head", makeLog(6), 6n, "beyond"],
  ] as const)("names %s", (_what, tampered, sequence, fault) => {
    expect(walk(tampered, { head })).toEqual({ sequence, fault });
  });

  it("names what the head or the anchors alone can tell", () => {
    const three = rows.slice(0, 3);
    expect(walk(rows, {})).toEqual({ sequence: 6n, fault: "headless" });
    expect(walk(three, { head: headOf(three) })).toBeNull();
    expect(walk(three, { head: headOf(three), anchors: [head] })).toEqual({ sequence: 4n, fault: "cut" });
    expect(walk(rows, { head: { ...head, seal: FIRST_HASH } })).toEqual({
      sequence: 6n,
      fault: "head-forged",
    });
    expect(walk(rows, { head: { ...head, sealedFrom: 2n } })).toEqual({ sequence: 6n, fault: "head-forged" });
    expect(walk(rows, { head, anchors: [{ ...headOf(rows.slice(0, 2)), hash: FIRST_HASH }] })).toEqual({
      sequence: 2n,
      fault: "rewritten",
    });
    const stripped = makeLog(5, 6);
    expect(walk(stripped, {})).toBeNull();
    expect(walk(stripped, { anchors: [head] })).toEqual({ sequence: 1n, fault: "unsealed" });
    expect(walk(rows, { head: headOf(rows, 4n) })).toEqual({ sequence: 4n, fault: "restarted" });
  });
});
