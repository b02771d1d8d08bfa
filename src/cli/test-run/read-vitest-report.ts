import { z } from "zod";
import type { Outcome } from "./outcome.ts";

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** Counts a report of vitest's `json` reporter. A file that does not load has failed. */
export function readVitestReport(json: string): Outcome {
  const outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of VitestReport.parse(JSON.parse(json)).testResults) {
    for (const test of assertionResults) outcome[kindOf(test.status)] += 1;
    const isBroken = status === "failed" && assertionResults.every((test) => test.status !== "failed");
    if (isBroken) outcome.failed += 1;
  }
  return outcome;
}

function kindOf(status: string): "passed" | "failed" | "skipped" {
  if (status === "passed") return "passed";
  return status === "failed" ? "failed" : "skipped";
}
