import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What the house counts on the linter to catch: the file, what stands in it, and the rule. */
const CAUGHT: [file: string, text: string, rule: string][] = [
  ["src/domain/people/env.ts", "export const a = process.env.PORT;", "style/noProcessEnv"],
  [
    "src/testing/env.ts",
    `import { env } from "node:process"; export const a = env.PORT;`,
    "style/noProcessEnv",
  ],
  ["src/ui/any.ts", "export const a = JSON.parse('1') as any;", "suspicious/noExplicitAny"],
  ["src/ui/bang.ts", "export const a = [1].at(0)!;", "style/noNonNullAssertion"],
  ["src/ui/silenced.ts", "// @ts-ignore because\nexport const a: number = '1';", "suspicious/noTsIgnore"],
  ["src/ui/loud.ts", "console.log(1);", "suspicious/noConsole"],
  ["src/ui/index.ts", `export { a } from "./any.ts";`, "performance/noBarrelFile"],
  ["src/ui/all.ts", `export * from "./any.ts";`, "performance/noReExportAll"],
  ["src/ui/badName.ts", "export const a = 1;", "style/useFilenamingConvention"],
  ["src/ui/type.ts", `import { A } from "./any.ts"; export const a = (b: A) => b;`, "style/useImportType"],
  [
    "src/ui/only.test.ts",
    `import { test } from "vitest"; test.only("a", () => {});`,
    "suspicious/noFocusedTests",
  ],
  [
    "src/ui/skip.test.ts",
    `import { test } from "vitest"; test.skip("a", () => {});`,
    "suspicious/noSkippedTests",
  ],
];

const ALLOWED: [file: string, text: string][] = [
  ["src/platform/env.ts", "export const a = process.env.PORT;"],
  ["e2e/playwright.config.ts", "export const a = process.env.PORT;"],
  ["src/cli/doctor.ts", "console.log(1);"],
];

let folder: string;
let found: Map<string, Set<string>>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "episodic-biome-"));
  const config = JSON.parse(readFileSync(path.join(root, "biome.json"), "utf8"));
  // The rules that are about tests switch themselves on where the manifest names a test runner.
  write("package.json", JSON.stringify({ devDependencies: { vitest: "5.0.0" } }));
  write("biome.json", JSON.stringify({ ...config, vcs: { enabled: false } }));
  for (const [file, text] of [...CAUGHT, ...ALLOWED]) write(file, `${text}\n`);
  const options = ["lint", "--reporter=json", "--max-diagnostics=none", "--error-on-warnings"];
  const { stdout } = await execa("biome", options, {
    cwd: folder,
    preferLocal: true,
    localDir: root,
    reject: false,
  });
  found = new Map();
  for (const { category, location } of JSON.parse(stdout).diagnostics) {
    const file = location.path;
    found.set(file, (found.get(file) ?? new Set()).add(category.replace(/^lint\//, "")));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(CAUGHT)("%s: %s is caught", (file, _, rule) => {
  expect([...(found.get(file) ?? [])]).toContain(rule);
});

test.each(ALLOWED)("%s: %s is allowed there", (file) => {
  expect([...(found.get(file) ?? [])]).toEqual([]);
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
