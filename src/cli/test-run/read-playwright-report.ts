import { z } from "zod";
import type { Outcome } from "./outcome.ts";

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Counts a report of Playwright's `json` reporter. A test that passed only when repeated has failed. */
export function readPlaywrightReport(json: string): Outcome {
  const { expected, unexpected, flaky, skipped } = PlaywrightReport.parse(JSON.parse(json)).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
