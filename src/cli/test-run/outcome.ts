/** What a runner found. `note` says what went wrong beyond single tests. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  note?: string;
}

/** A runner that ends badly or runs nothing has failed, whatever its report says; `null` when it left no report at all. */
export function judge(report: Outcome | null, exitCode: number | undefined): Outcome {
  if (!report)
    return { passed: 0, failed: 1, skipped: 0, note: `ended with ${ending(exitCode)} and left no report` };
  if (report.passed + report.failed === 0) return { ...report, failed: 1, note: "ran no test" };
  if (exitCode !== 0 && report.failed === 0) {
    return { ...report, failed: 1, note: `ended with ${ending(exitCode)}, though no test failed` };
  }
  return report;
}

/** The closing line of `npm test`. */
export function closingLine(outcomes: Outcome[]): string {
  const sum = (count: "passed" | "failed" | "skipped") =>
    outcomes.reduce((all, each) => all + each[count], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function ending(exitCode: number | undefined): string {
  return exitCode === undefined ? "a signal" : `code ${exitCode}`;
}
