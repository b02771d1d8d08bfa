import type { Check } from "./check.ts";
import { checkHouse } from "./check-house.ts";
import { checkImports } from "./check-imports.ts";
import { checkWithTool } from "./check-with-tool.ts";

const KNIP = ["--config=src/cli/lint/knip.config.ts", "--no-progress", "--no-config-hints"];
const OUTSIDE_TESTS = ["--production", "--include", "exports,types"];

/** Holds the tree against every rule that a machine can see, prints what it found, and counts. */
export async function runLint(root: string): Promise<{ passed: number; failed: number }> {
  const checks = await Promise.all([
    checkWithTool("format and lint", root, "biome", ["check", "--error-on-warnings", "--colors=off"]),
    checkWithTool("nothing is unused", root, "knip", KNIP),
    checkWithTool("nothing is used by tests alone", root, "knip", [...KNIP, ...OUTSIDE_TESTS]),
    checkImports(root),
    checkHouse(root),
  ]);
  const all = checks.flat();
  for (const check of all) print(check);
  const failed = all.filter(({ problems }) => problems.length > 0).length;
  return { passed: all.length - failed, failed };
}

function print({ name, problems }: Check): void {
  console.log(`${problems.length === 0 ? "✓" : "✗"} ${name}`);
  for (const problem of problems) console.log(problem.trimEnd().replace(/^/gm, "    "));
}
