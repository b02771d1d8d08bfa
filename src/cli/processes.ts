import { createWriteStream } from "node:fs";
import path from "node:path";
import { execa } from "execa";

export interface Program {
  name: string;
  command: string;
  words: readonly string[];
  env: Record<string, string>;
}

export interface RunningProgram {
  name: string;
  pid: number;
  /** Resolves when the program has ended, however it did. */
  ended: Promise<{ name: string; exitCode: number | undefined }>;
  /** Asks it to end, and ends it after a grace of twenty seconds. */
  stop(): Promise<void>;
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches this process alone and the order of stopping is its own.
 * What it prints goes to `<logFolder>/<name>.log`, and to this terminal too when `isLoud`.
 */
export function startProgram(
  program: Program,
  options: { logFolder: string; isLoud: boolean },
): RunningProgram {
  const child = execa(program.command, program.words, {
    preferLocal: true,
    detached: true,
    cleanup: false,
    reject: false,
    buffer: false,
    stdin: "ignore",
    env: program.env,
    forceKillAfterDelay: 20_000,
  });
  const file = createWriteStream(path.join(options.logFolder, `${program.name}.log`), { flags: "a" });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      file.write(chunk);
      if (options.isLoud) process.stdout.write(chunk);
    });
  }
  const ended = child.then(({ exitCode }) => {
    file.end();
    return { name: program.name, exitCode };
  });
  return {
    name: program.name,
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
