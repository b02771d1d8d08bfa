import { createWriteStream } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";

export interface Program {
  name: string;
  command: string;
  words: readonly string[];
  env: Record<string, string>;
}

interface Options {
  /** What a program prints goes to `<logFolder>/<name>.log`, and to this terminal too when `isLoud`. */
  logFolder: string;
  isLoud: boolean;
  /** Hears which process each program is now. */
  onChange(pids: Record<string, number>): Promise<void>;
}

export interface Supervision {
  /** From now on a program that ends by itself is started again. */
  steady(): void;
  /** The name of the first program that ended before `steady`, or too often after it. */
  gaveUp: Promise<string>;
  /** Asks the programs to end, one after the other in the order given; each has twenty seconds. */
  stop(): Promise<void>;
}

const MOST_STARTS_A_MINUTE = 5;

/**
 * Keeps programs running, each in a process group of its own, so that Ctrl-C reaches this process alone and the order of stopping is
 * its own. A program that keeps ending is given up: something is wrong that another start won't mend.
 */
export function supervise(programs: readonly Program[], options: Options): Supervision {
  const children = new Map<string, ReturnType<typeof launch>>();
  const { promise: gaveUp, resolve: giveUp } = Promise.withResolvers<string>();
  let isSteady = false;
  let isStopping = false;

  const keep = async (program: Program) => {
    const starts: number[] = [];
    for (;;) {
      const child = launch(program, options);
      children.set(program.name, child);
      await options.onChange(Object.fromEntries([...children].map(([name, { pid }]) => [name, pid ?? 0])));
      await child;
      if (isStopping) return;
      const now = performance.now();
      starts.push(now);
      const isHopeless = starts.filter((at) => now - at < 60_000).length >= MOST_STARTS_A_MINUTE;
      if (!isSteady || isHopeless) return giveUp(program.name);
      console.error(`The ${program.name} process ended by itself; it is started again.`);
      await sleep(1_000);
      if (isStopping) return;
    }
  };
  const kept = programs.map(keep);

  return {
    steady: () => {
      isSteady = true;
    },
    gaveUp,
    stop: async () => {
      isStopping = true;
      for (const { name } of programs) {
        const child = children.get(name);
        child?.kill("SIGTERM");
        await child;
      }
      await Promise.all(kept);
    },
  };
}

function launch(program: Program, { logFolder, isLoud }: Options) {
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
  const file = createWriteStream(path.join(logFolder, `${program.name}.log`), { flags: "a" });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      file.write(chunk);
      if (isLoud) process.stdout.write(chunk);
    });
  }
  void child.then(() => file.end());
  return child;
}
