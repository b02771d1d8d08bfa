import { chmod, mkdir, mkdtemp, readdir, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";

/** A clone on what stands for a machine with Node and npm alone: no settings, no caches, an empty home. */
export interface BareMachine {
  clone: string;
  commit: string;
  /** Runs a command in the clone; what it prints goes to `onLine`. */
  run(command: string[], onLine: (line: string) => void): Running;
  /** Processes that still work in the clone (Linux; elsewhere none are seen). */
  leftProcesses(): Promise<string[]>;
  remove(): Promise<void>;
}

interface Running {
  ended: Promise<number | undefined>;
  /** What Ctrl-C does: SIGINT to the whole process group. */
  interrupt(): void;
}

/** Only PATH and HOME are left, and from PATH goes the Node that this project installed for itself. */
const IN_BARE_ENVIRONMENT =
  'PATH=$(printf %s "$PATH" | tr : "\\n" | grep -v /node_modules/ | paste -sd : -); home=$1; shift; exec env -i PATH="$PATH" HOME="$home" "$@"';

/** Clones the committed HEAD of `root` into a temporary folder. */
export async function makeBareMachine(root: string): Promise<BareMachine> {
  const folder = await mkdtemp(path.join(tmpdir(), "episodic-bare-"));
  // As people's folders are: where this is root, the server's own user must be able to enter it.
  await chmod(folder, 0o755);
  const clone = path.join(folder, "episodic");
  const home = path.join(folder, "home");
  await mkdir(home);
  await execa("git", ["clone", "--quiet", "--no-hardlinks", root, clone]);
  const { stdout: commit } = await execa("git", ["rev-parse", "--short", "HEAD"], { cwd: clone });

  return {
    clone,
    commit,
    run(command, onLine) {
      const child = execa("sh", ["-c", IN_BARE_ENVIRONMENT, "sh", home, ...command], {
        cwd: clone,
        detached: true,
        stdin: "ignore",
        all: true,
        buffer: false,
        reject: false,
      });
      const reading = (async () => {
        for await (const line of child.iterable({ from: "all" })) onLine(line);
      })();
      return {
        ended: Promise.all([child, reading]).then(([{ exitCode }]) => exitCode),
        interrupt: () => {
          const isOver = child.exitCode !== null || child.signalCode !== null;
          if (child.pid !== undefined && !isOver) process.kill(-child.pid, "SIGINT");
        },
      };
    },
    leftProcesses: () => processesIn(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function processesIn(folder: string): Promise<string[]> {
  const ids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(
    ids.map(async (id) => ({ id, cwd: await readlink(`/proc/${id}/cwd`).catch(() => "") })),
  );
  return places.filter(({ cwd }) => cwd.startsWith(folder)).map(({ id }) => id);
}
