import { fileURLToPath } from "node:url";
import { closingLine, type Outcome } from "./test-run/outcome.ts";
import { PARTS, type Part, type Runner, runnersFor } from "./test-run/runners.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.find((word) => !PARTS.some((part) => part === word));

if (unknown === undefined)
  await runTests(asked.length === 0 ? PARTS : PARTS.filter((part) => asked.includes(part)));
else {
  console.error(`There is no part "${unknown}" of the tests. There are: ${PARTS.join(", ")}.`);
  process.exitCode = 1;
}

/** Runs every part to its end, so that the sum is complete whatever fails; the last line tells it. */
async function runTests(parts: readonly Part[]): Promise<void> {
  const outcomes: Outcome[] = [];
  const summary: string[] = [];
  for (const runner of await runnersFor(root, parts)) {
    console.log(`\n━━ ${runner.name} ━━\n`);
    const began = performance.now();
    const outcome = await settle(runner);
    outcomes.push(outcome);
    summary.push(summaryOf(runner.name, outcome, performance.now() - began));
  }
  console.log(`\n${summary.join("\n")}\n`);
  console.log(closingLine(outcomes));
  if (outcomes.length === 0 || outcomes.some(({ failed }) => failed > 0)) process.exitCode = 1;
}

async function settle(runner: Runner): Promise<Outcome> {
  try {
    return await runner.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0, note: error instanceof Error ? error.message : String(error) };
  }
}

function summaryOf(name: string, { passed, failed, note }: Outcome, durationMs: number): string {
  const mark = failed === 0 ? "✓" : "✗";
  const count = `${passed} of ${passed + failed}`;
  const reason = note === undefined ? "" : `  ${note}`;
  return `${mark} ${name.padEnd(14)} ${count.padStart(12)} ${`${(durationMs / 1_000).toFixed(1)} s`.padStart(10)}${reason}`;
}
