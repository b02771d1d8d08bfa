import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkImports } from "./check-imports.ts";
import { DOMAINS, importRules } from "./import-rules.ts";

const ALIASES = {
  "#app/*": "./src/app/*",
  "#domain/*": "./src/domain/*",
  "#platform/*": "./src/platform/*",
  "#testing/*": "./src/testing/*",
};

const VIOLATIONS: [rule: string, file: string, imports: string, target: string][] = [
  [
    "platform knows nothing of the product",
    "src/platform/log.ts",
    `import { a } from "#domain/people/a.ts";`,
    "src/domain/people/a.ts",
  ],
  [
    "domains do not look up",
    "src/domain/people/a.ts",
    `import type { Page } from "#app/page.tsx";`,
    "src/app/page.tsx",
  ],
  [
    "domains import only those below them",
    "src/domain/activity/a.ts",
    `import { b } from "#domain/people/b.ts";`,
    "src/domain/people/b.ts",
  ],
  [
    "domains import only those below them",
    "src/domain/schedule/a.ts",
    `export type { B } from "../episodes/b.ts";`,
    "src/domain/episodes/b.ts",
  ],
  [
    "every domain has its place in the order",
    "src/domain/chat/a.ts",
    `import { b } from "#domain/novelties/b.ts";`,
    "src/domain/novelties/b.ts",
  ],
  [
    "internal is private to its domain",
    "src/domain/projects/a.ts",
    `import { b } from "#domain/people/internal/b.ts";`,
    "src/domain/people/internal/b.ts",
  ],
  [
    "internal is private to its domain",
    "src/domain/projects/a.test.ts",
    `import { b } from "#domain/people/internal/b.ts";`,
    "src/domain/people/internal/b.ts",
  ],
  [
    "internal is private to its domain",
    "jobs/tasks/a.ts",
    `const b = await import("#domain/people/internal/b.ts");`,
    "src/domain/people/internal/b.ts",
  ],
  [
    "ui imports only ui",
    "src/ui/button.tsx",
    `import { a } from "#platform/env.ts"; export const B = () => <b>{a}</b>;`,
    "src/platform/env.ts",
  ],
  [
    "pages and tasks reach the database through verbs",
    "src/app/page.tsx",
    `import type { User } from "#platform/db/generated/client.ts";`,
    "src/platform/db/generated/client.ts",
  ],
  [
    "the only door to a model",
    "src/domain/usage/a.ts",
    `import { generateText } from "ai";`,
    "node_modules/ai/index.js",
  ],
  [
    "the only door to a model",
    "jobs/tasks/a.ts",
    `const { createOpenAI } = await import("@ai-sdk/openai");`,
    "node_modules/@ai-sdk/openai/index.js",
  ],
  [
    "the only door to a model",
    "src/domain/episodes/a.ts",
    `import type { M } from "#platform/models/m.ts";`,
    "src/platform/models/m.ts",
  ],
  [
    "the only door to a model",
    "src/platform/a.ts",
    `import { m } from "./models/m.ts";`,
    "src/platform/models/m.ts",
  ],
  [
    "steps that ask nobody are called by verbs",
    "src/app/page.tsx",
    `import { callModel } from "#domain/usage/call-model.ts";`,
    "src/domain/usage/call-model.ts",
  ],
  ["nothing imports routes", "src/ui/a.ts", `import { p } from "#app/page.tsx";`, "src/app/page.tsx"],
  ["nothing imports jobs", "src/cli/a.ts", `import { w } from "../../jobs/worker.ts";`, "jobs/worker.ts"],
  [
    "nothing imports the command line",
    "jobs/worker.ts",
    `import { a } from "../src/cli/a.ts";`,
    "src/cli/a.ts",
  ],
  ["the demo uses verbs", "prisma/demo/a.ts", `import { w } from "../../jobs/worker.ts";`, "jobs/worker.ts"],
  [
    "testing is for tests",
    "src/domain/people/a.ts",
    `import { f } from "#testing/fixed-clock.ts";`,
    "src/testing/fixed-clock.ts",
  ],
];

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

test.each(VIOLATIONS)("%s: %s is caught", async (rule, file, imports, target) => {
  expect(await broken({ [file]: imports, [target]: "export {};" })).toContainEqual([
    rule,
    `${file} → ${target}`,
  ]);
});

test("a circle is caught, one through an erased type import is none", async () => {
  const there = `import { b } from "./b.ts"; export const a = () => b;`;
  expect(
    await broken({
      "src/ui/a.ts": there,
      "src/ui/b.ts": `import { a } from "./a.ts"; export const b = () => a;`,
    }),
  ).toEqual([["no circles", "src/ui/a.ts → src/ui/b.ts → src/ui/a.ts"]]);
  expect(
    await broken({
      "src/ui/a.ts": there,
      "src/ui/b.ts": `import type { a } from "./a.ts"; export const b: typeof a = 1;`,
    }),
  ).toEqual([]);
});

test("an import of nothing is caught", async () => {
  expect(await broken({ "src/ui/a.ts": `import { b } from "./gone.ts";` })).toEqual([
    ["every import resolves", "src/ui/a.ts → ./gone.ts"],
  ]);
});

test("a development package in the product is caught, in a test it is not", async () => {
  const files = { "node_modules/dev/package.json": `{"main":"index.js"}`, "node_modules/dev/index.js": "" };
  const manifest = { devDependencies: { dev: "1.0.0" } };
  expect(await broken({ ...files, "src/domain/people/a.ts": `import "dev";` }, manifest)).toEqual([
    ["the product needs no development package", "src/domain/people/a.ts → node_modules/dev/index.js"],
  ]);
  expect(await broken({ ...files, "src/domain/people/a.test.ts": `import "dev";` }, manifest)).toEqual([]);
});

test("a tree that keeps every rule has no problems", async () => {
  const problems = await broken({
    "src/app/page.tsx": `import { b } from "#domain/projects/b.ts"; import { Button } from "../ui/button.tsx";`,
    "src/ui/button.tsx": `import { x } from "./x.ts";`,
    "src/ui/x.ts": "",
    "jobs/worker.ts": `import { b } from "#domain/projects/b.ts";`,
    "src/domain/projects/b.ts": `import { a } from "#domain/people/a.ts"; import { c } from "./internal/c.ts";`,
    "src/domain/projects/internal/c.ts": "",
    "src/domain/people/a.ts": `import { log } from "#platform/log.ts";`,
    "src/domain/people/a.test.ts": `import { b } from "#domain/projects/b.ts"; import { f } from "#testing/f.ts";`,
    "src/testing/f.ts": "",
    "src/platform/log.ts": "",
    "src/domain/usage/call.ts": `import { m } from "#platform/models/m.ts";`,
    "src/platform/models/m.ts": `import { generateText } from "ai"; export const m = generateText;`,
    "src/domain/usage/call.test.ts": `import { generateText } from "ai";`,
    "node_modules/ai/index.js": "",
  });
  expect(problems).toEqual([]);
});

test("every rule has a case that shows it bite", () => {
  const shown = new Set([
    ...VIOLATIONS.map(([rule]) => rule),
    "no circles",
    "every import resolves",
    "the product needs no development package",
  ]);
  expect(new Set(importRules.map((rule) => rule.name))).toEqual(shown);
});

test("the order of the domains is the one that the architecture tells", () => {
  const told = readFileSync(new URL("../../../docs/architecture.md", import.meta.url), "utf8");
  const table = told.slice(told.indexOf("| domain | owns |"));
  const rows = table.slice(0, table.indexOf("\n\n")).matchAll(/^\| `([a-z]+)` \|/gm);
  expect([...rows].map((row) => row[1])).toEqual(DOMAINS);
});

/** Lays out the files in a folder of their own; the broken rules with what broke them. */
async function broken(files: Record<string, string>, manifest: object = {}): Promise<[string, string][]> {
  const root = mkdtempSync(path.join(tmpdir(), "episodic-imports-"));
  roots.push(root);
  const all = { ...files, "package.json": JSON.stringify({ name: "x", imports: ALIASES, ...manifest }) };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const checks = await checkImports(root);
  return checks.flatMap(({ name, problems }) => problems.map((problem): [string, string] => [name, problem]));
}
