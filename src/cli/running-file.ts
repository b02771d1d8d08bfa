import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Running = z.object({
  pid: z.number().int(),
  origin: z.string(),
  /** The children of that start, by name: a start that was killed leaves them behind. */
  children: z.record(z.string(), z.object({ pid: z.number().int(), startedAt: z.string() })),
  startedAt: z.string(),
});
type Running = z.infer<typeof Running>;

const file = (dataFolder: string): string => path.join(dataFolder, "running.json");

/** What the last start of this data folder wrote down, if it is there and whole. */
async function readRunning(dataFolder: string): Promise<Running | null> {
  const text = await readFile(file(dataFolder), "utf8").catch(() => "null");
  try {
    return Running.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Writes down who runs, for the next start and for `sign-in-link`. */
export async function writeRunning(
  dataFolder: string,
  running: { origin: string; children: Record<string, number> },
): Promise<void> {
  const children = Object.entries(running.children).map(
    async ([name, pid]) => [name, { pid, startedAt: await processStart(pid) }] as const,
  );
  const content: Running = {
    pid: process.pid,
    origin: running.origin,
    children: Object.fromEntries(await Promise.all(children)),
    startedAt: await processStart(process.pid),
  };
  await writeFile(file(dataFolder), JSON.stringify(content, null, 2));
}

export async function removeRunning(dataFolder: string): Promise<void> {
  await rm(file(dataFolder), { force: true });
}

/** The address of the start that runs on this data folder now, or null. */
export async function findRunningOrigin(dataFolder: string): Promise<string | null> {
  const running = await readRunning(dataFolder);
  if (!running) return null;
  return (await isSameProcess(running.pid, running.startedAt)) ? running.origin : null;
}

/** Ends the web and worker processes that a killed start left behind; gives their names. */
export async function endLeftovers(dataFolder: string): Promise<string[]> {
  const running = await readRunning(dataFolder);
  const ended: string[] = [];
  for (const [name, { pid, startedAt }] of Object.entries(running?.children ?? {})) {
    if (!(await isSameProcess(pid, startedAt))) continue;
    process.kill(pid, "SIGKILL");
    ended.push(name);
  }
  return ended;
}

/** A number may name another process by now: the time of its start tells them apart. */
async function isSameProcess(pid: number, startedAt: string): Promise<boolean> {
  return startedAt !== "" && (await processStart(pid)) === startedAt;
}

async function processStart(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // Field 22 (starttime), counted after the name in brackets, which may hold spaces: proc(5).
  if (stat !== null) return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  try {
    process.kill(pid, 0);
    return process.platform === "linux" ? "" : `alive ${pid}`;
  } catch {
    return "";
  }
}
