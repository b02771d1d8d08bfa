import { fileURLToPath } from "node:url";
import { runProgram } from "#cli/test-run/run-program.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs a benchmark that prints its ratios and exits non-zero when one is below its target, as a proof. */
export async function runBench(file: string, args: string[]): Promise<{ ok: boolean; figure: string }> {
  const ok = (await runProgram(ROOT, "node", [file, ...args])) === 0;
  return { ok, figure: ok ? "the ratios above reach their targets" : "a ratio above misses its target" };
}
