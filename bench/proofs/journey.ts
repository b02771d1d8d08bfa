import { fileURLToPath } from "node:url";
import { ensureChromium } from "#cli/test-run/ensure-chromium.ts";
import { readPlaywrightReport } from "#cli/test-run/read-playwright-report.ts";
import { runProgram, runWithReport } from "#cli/test-run/run-program.ts";
import type { Proof } from "../proof.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The browser test by its name as a command; `npm test` walks it among the other journeys already. */
export const proof: Proof = {
  name: "journey",
  says: "In a browser: sign in, new project, transcript, cadence, write now, watch, read, and its tokens on the usage page",
  quick: false,
  async run() {
    await ensureChromium();
    if ((await runProgram(ROOT, "node", ["src/cli/main.ts", "build"])) !== 0) {
      return { ok: false, figure: "the web application does not build" };
    }
    const words = ["test", "--config=e2e/playwright.config.ts", "first-series", "--reporter=list,json"];
    const { passed, failed } = await runWithReport(
      (file) => runProgram(ROOT, "playwright", words, { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
      readPlaywrightReport,
    );
    return {
      ok: failed === 0 && passed > 0,
      figure: `${passed} of ${passed + failed} journeys walked to the end`,
    };
  },
};
