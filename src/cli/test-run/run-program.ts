import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { judge, type Outcome } from "./outcome.ts";

/** No runner takes this long unless it hangs. */
const TIME_LIMIT_MS = 45 * 60_000;

/** Runs a program of the project with its output in view; its exit code, or undefined when it was killed or took too long. */
export async function runProgram(
  root: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number | undefined> {
  const { exitCode } = await execa(command, args, {
    cwd: root,
    preferLocal: true,
    reject: false,
    timeout: TIME_LIMIT_MS,
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  return exitCode;
}

/** Gives `run` the name of a file for its report, counts that by `read`, and judges it by the exit code. */
export async function runWithReport(
  run: (reportFile: string) => Promise<number | undefined>,
  read: (report: string) => Outcome,
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "episodic-report-"));
  try {
    const file = path.join(folder, "report.json");
    const exitCode = await run(file);
    const report = await readFile(file, "utf8").catch(() => null);
    return judge(report === null ? null : read(report), exitCode);
  } finally {
    await rm(folder, { recursive: true });
  }
}
