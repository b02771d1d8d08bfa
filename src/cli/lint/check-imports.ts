import { existsSync } from "node:fs";
import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import type { Check } from "./check.ts";
import { importRules } from "./import-rules.ts";

/** Where code lies. */
const FOLDERS = ["src", "jobs", "prisma", "bench", "e2e"];

/** Follows every import of the tree under `root`, type imports included, and holds it against the rules; a check for each rule. */
export async function checkImports(root: string): Promise<Check[]> {
  const { output } = await cruise(
    FOLDERS.filter((folder) => existsSync(path.join(root, folder))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: importRules.map((rule) => ({ severity: "error", ...rule })) },
      // TypeScript 7 has no API for tools, and only this parser also sees the imports that are erased.
      parser: "swc",
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        exportsFields: ["exports"],
        conditionNames: ["import", "node", "types", "default"],
      },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^src/platform/db/generated/.+/" },
    },
  );
  const { summary } = output as ICruiseResult;
  const names = [...new Set(importRules.map((rule) => rule.name))];
  return names.map((name) => ({
    name: name ?? "",
    problems: summary.violations
      .filter((violation) => violation.rule.name === name)
      .map(({ from, to, cycle }) =>
        cycle ? [from, ...cycle.map((step) => step.name)].join(" → ") : `${from} → ${to}`,
      ),
  }));
}
