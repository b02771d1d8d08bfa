import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AuditContent, auditHash, FIRST_HASH } from "./audit-hash.ts";

const content: AuditContent = {
  organizationId: "0190a6f0-0000-7000-8000-000000000001",
  sequence: 1n,
  actorKind: "USER",
  actorUserId: "0190a6f0-0000-7000-8000-000000000002",
  actorName: null,
  action: "project.change",
  targetType: "project",
  targetId: 'p "quoted" \u2028 ü 😀',
  before: { minutes: 6, title: "Old", days: [1, 2.5, null] },
  after: { b: { z: 1, a: true, Z: "é" }, aa: "\n", a: -0.1 },
  occurredAt: "2026-11-20T08:00:00.120Z",
};
const hex = (hash: Uint8Array) => Buffer.from(hash).toString("hex");

describe("the hash of a row", () => {
  it("is what it was before rows told where they came from", () => {
    const first = auditHash(FIRST_HASH, content);
    const system = { actorKind: "SYSTEM", actorUserId: null, actorName: "tick", before: null, after: null };
    const second = auditHash(first, { ...content, ...system, sequence: 9_007_199_254_740_993n });
    expect([hex(first), hex(second)]).toEqual([
      "9c09e08d752bd769ba9c32f517cbcd7653a91a528f060f49f8dd4ddc96853b49",
      "da522a7a930c88efe93d1cbf20590deb691d21a67694ff9e9167c4cbfa5d985a",
    ]);
  });

  it("is over canonical JSON, whatever the row holds", () => {
    const json = fc.oneof(fc.constant(null), fc.dictionary(fc.string(), fc.jsonValue()));
    const text = fc.string({ unit: "binary" });
    const some = fc.record(
      {
        address: text,
        userAgent: text,
        targetId: text,
        actorName: fc.option(text),
        before: json,
        after: json,
      },
      { requiredKeys: ["targetId", "actorName", "before", "after"] },
    );
    fc.assert(
      fc.property(some, (fields) => {
        const row = { ...content, ...fields } as AuditContent;
        // What the number is written as, without the quotes that a text has.
        const plain = canonical({ ...row, sequence: 1 });
        expect(hex(auditHash(FIRST_HASH, row))).toBe(
          createHash("sha256").update(FIRST_HASH).update(plain).digest("hex"),
        );
      }),
    );
  });

  it.each(Object.keys(content))("changes with %s", (field) => {
    const changed = { ...content, [field]: field === "sequence" ? 2n : "another" } as AuditContent;
    expect(hex(auditHash(FIRST_HASH, changed))).not.toBe(hex(auditHash(FIRST_HASH, content)));
  });

  it("changes with where it came from, also from nothing known to an empty text", () => {
    const hashes = [{}, { address: "" }, { userAgent: "" }, { address: "x" }, { userAgent: "x" }].map(
      (from) => hex(auditHash(FIRST_HASH, { ...content, ...from })),
    );
    expect(new Set(hashes).size).toBe(5);
  });
});

/** Keys sorted by their UTF-16 units, at every depth (RFC 8785, section 3.2.3). */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join()}}`;
}
