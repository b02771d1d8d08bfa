import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AUDIT_ACTIONS } from "./audit-actions.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Every quoted name of an action's form in the code, and those that are handed to `recordAudit` as its `action`. */
function namesInCode() {
  const quoted = new Set<string>();
  const written = new Set<string>();
  for (const folder of ["src", "jobs"]) {
    for (const file of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || /\.test\.ts$|generated|audit-actions/.test(file)) continue;
      const text = readFileSync(path.join(ROOT, folder, file), "utf8");
      for (const [, name = ""] of text.matchAll(/"([a-z-]+\.[a-z-]+)"/g)) quoted.add(name);
      if (!text.includes("record-audit")) continue;
      for (const [, name = ""] of text.matchAll(/\baction: "([^"]+)"/g)) written.add(name);
    }
  }
  return { quoted, written };
}

describe("the words of the audit log", () => {
  it("tell of every action that the code writes, and of no other", () => {
    const { quoted, written } = namesInCode();
    expect(written.size).toBeGreaterThan(10);
    expect([...written].filter((action) => !Object.hasOwn(AUDIT_ACTIONS, action))).toEqual([]);
    const unused = Object.keys(AUDIT_ACTIONS).filter((action) => !quoted.has(action));
    expect(unused).toEqual([]);
  });

  it("read on after the name of who did it", () => {
    for (const [action, words] of Object.entries(AUDIT_ACTIONS)) {
      expect(action).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(words, action).toMatch(/^[a-z][^.]{5,80}$/);
    }
  });
});
