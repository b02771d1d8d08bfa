import { fileURLToPath } from "node:url";
import { readVitestReport } from "#cli/test-run/read-vitest-report.ts";
import { runProgram, runWithReport } from "#cli/test-run/run-program.ts";
import type { Proof } from "../proof.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TEST = "src/platform/tenant-walls.db.test.ts";

/** The test by its name as a command; `npm test` runs it among the database tests already. */
export const proof: Proof = {
  name: "tenant-walls",
  says: "No row leaks or is written across tenants, in any table, by either run-time role, with any setting",
  quick: false,
  async run() {
    const config = ["--config", "src/testing/vitest.config.ts", "run", "--project=db", TEST];
    const { passed, failed } = await runWithReport(
      (file) =>
        runProgram(ROOT, "vitest", [
          ...config,
          "--reporter=verbose",
          "--reporter=json",
          `--outputFile.json=${file}`,
        ]),
      readVitestReport,
    );
    return {
      ok: failed === 0 && passed > 0,
      figure: `${passed} of ${passed + failed} tests of the walls hold`,
    };
  },
};
