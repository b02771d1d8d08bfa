import type { Proof } from "../../../bench/proof.ts";
import { runLint } from "../lint/run-lint.ts";
import { ensureChromium } from "./ensure-chromium.ts";
import { findProofs } from "./find-proofs.ts";
import { judge, type Outcome } from "./outcome.ts";
import { readPlaywrightReport } from "./read-playwright-report.ts";
import { readVitestReport } from "./read-vitest-report.ts";
import { runProgram, runWithReport } from "./run-program.ts";

export const PARTS = ["lint", "types", "unit", "db", "browser", "proofs"] as const;
export type Part = (typeof PARTS)[number];

/** One of the runners that `npm test` sums up. It prints what it does as it goes. */
export interface Runner {
  name: string;
  run(): Promise<Outcome>;
}

/** The runners for some parts of `npm test`; unit and database tests share one run of vitest. */
export async function runnersFor(root: string, parts: readonly Part[]): Promise<Runner[]> {
  const projects = parts.filter((part) => part === "unit" || part === "db");
  const quickProofs = parts.includes("proofs") ? (await findProofs(root)).filter(({ quick }) => quick) : [];
  const runners: (Runner & { isAsked: boolean })[] = [
    {
      isAsked: parts.includes("lint"),
      name: "lint",
      run: async () => ({ skipped: 0, ...(await runLint(root)) }),
    },
    { isAsked: parts.includes("types"), name: "types", run: () => runTypes(root) },
    { isAsked: projects.length > 0, name: projects.join(" and "), run: () => runVitest(root, projects) },
    { isAsked: parts.includes("browser"), name: "browser", run: () => runBrowser(root) },
    { isAsked: quickProofs.length > 0, name: "proofs", run: () => runProofs(root, quickProofs) },
  ];
  return runners.filter(({ isAsked }) => isAsked);
}

async function runTypes(root: string): Promise<Outcome> {
  const exitCode = await runProgram(root, "tsc", ["--pretty", "false"]);
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function runVitest(root: string, projects: string[]): Promise<Outcome> {
  const args = [
    "--config",
    "src/testing/vitest.config.ts",
    "run",
    ...projects.map((name) => `--project=${name}`),
  ];
  const reporters = ["--reporter=default", "--reporter=json"];
  return runWithReport(
    (file) => runProgram(root, "vitest", [...args, ...reporters, `--outputFile.json=${file}`]),
    readVitestReport,
  );
}

async function runBrowser(root: string): Promise<Outcome> {
  await ensureChromium();
  const built = await runProgram(root, "node", ["src/cli/main.ts", "build"]);
  if (built !== 0) return judge(null, built);
  return runWithReport(
    (file) =>
      runProgram(root, "playwright", ["test", "--config=e2e/playwright.config.ts", "--reporter=list,json"], {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      }),
    readPlaywrightReport,
  );
}

async function runProofs(root: string, proofs: Proof[]): Promise<Outcome> {
  const outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, says } of proofs) {
    console.log(`${name}: ${says}\n`);
    const exitCode = await runProgram(root, "node", ["src/cli/prove.ts", name]);
    outcome[exitCode === 0 ? "passed" : "failed"] += 1;
  }
  return outcome;
}
