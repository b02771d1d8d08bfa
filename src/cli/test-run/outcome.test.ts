import { expect, test } from "vitest";
import { closingLine, judge } from "./outcome.ts";
import { readPlaywrightReport } from "./read-playwright-report.ts";
import { readVitestReport } from "./read-vitest-report.ts";

const good = { passed: 3, failed: 0, skipped: 1 };

test("a runner that ended well with a report counts as it reports", () => {
  expect(judge(good, 0)).toEqual(good);
  expect(judge({ ...good, failed: 2 }, 1)).toEqual({ ...good, failed: 2 });
});

test("a runner that crashed has failed, although nothing was counted", () => {
  expect(judge(null, undefined)).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    note: "ended with a signal and left no report",
  });
});

test("a runner that ended badly has failed, although its tests passed", () => {
  expect(judge(good, 7)).toEqual({ ...good, failed: 1, note: "ended with code 7, though no test failed" });
});

test("a runner that ran nothing, or skipped all, has failed", () => {
  expect(judge({ passed: 0, failed: 0, skipped: 0 }, 0)).toMatchObject({ failed: 1, note: "ran no test" });
  expect(judge({ passed: 0, failed: 0, skipped: 9 }, 0)).toMatchObject({ failed: 1, note: "ran no test" });
});

test("the closing line sums all runners, and tells of skipped tests only when there are some", () => {
  expect(closingLine([good, { passed: 4, failed: 2, skipped: 1 }])).toBe("7 passed, 2 failed, 2 skipped");
  expect(closingLine([{ passed: 4, failed: 0, skipped: 0 }])).toBe("4 passed, 0 failed");
});

test("a test file that does not load has failed", () => {
  const report = JSON.stringify({
    testResults: [
      {
        status: "failed",
        assertionResults: ["passed", "failed", "pending", "skipped", "todo"].map((status) => ({ status })),
      },
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ],
  });
  expect(readVitestReport(report)).toEqual({ passed: 2, failed: 2, skipped: 3 });
});

test("a browser test that passed only when repeated has failed", () => {
  const report = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
  expect(readPlaywrightReport(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});
