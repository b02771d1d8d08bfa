import { fileURLToPath } from "node:url";
import { ensureChromium } from "#cli/test-run/ensure-chromium.ts";
import { readPlaywrightReport } from "#cli/test-run/read-playwright-report.ts";
import { runProgram, runWithReport } from "#cli/test-run/run-program.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs browser tests by their names, against a fresh build; `what` is what each of them is, for the figure. */
export async function walkInBrowser(
  specs: readonly string[],
  what: string,
): Promise<{ ok: boolean; figure: string }> {
  await ensureChromium();
  if ((await runProgram(ROOT, "node", ["src/cli/main.ts", "build"])) !== 0) {
    return { ok: false, figure: "the web application does not build" };
  }
  const words = ["test", "--config=e2e/playwright.config.ts", ...specs, "--reporter=list,json"];
  const { passed, failed } = await runWithReport(
    (file) => runProgram(ROOT, "playwright", words, { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    readPlaywrightReport,
  );
  return { ok: failed === 0 && passed > 0, figure: `${passed} of ${passed + failed} ${what}` };
}
