import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";

/** What pgbench runs as one role: each client takes one of the scripts at random, again and again. */
export interface BenchScripts {
  url: string;
  texts: readonly string[];
}

/** How long it runs: so many seconds, or so many rounds of each client. */
export type Extent = { seconds: number } | { rounds: number };

/**
 * The version of the pgbench on the path.
 *
 * @throws Error that says what to install
 */
export async function findPgbench(): Promise<string> {
  const version = await execa("pgbench", ["--version"], { reject: false });
  if (version.exitCode === 0) return version.stdout;
  throw new Error(
    "This benchmark needs pgbench, PostgreSQL's own, and it is not on the path. Install it (Debian and Ubuntu: `apt-get install postgresql-15`, macOS: `brew install libpq`) and try again.",
  );
}

/** Runs scripts by so many clients at once with prepared statements; how often one was run in a second. */
export async function runPgbench(scripts: BenchScripts, clients: number, extent: Extent): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "episodic-pgbench-"));
  try {
    const files = scripts.texts.map((_, index) => path.join(folder, `${index}.sql`));
    for (const [index, text] of scripts.texts.entries()) await writeFile(files[index] as string, text);
    const { hostname, port, username, password, pathname } = new URL(scripts.url);
    const flags = [
      ...[
        "--no-vacuum",
        "--protocol=prepared",
        ...files.map((file) => `--file=${file}`),
        `--client=${clients}`,
      ],
      ...[`--host=${hostname}`, `--port=${port}`, `--username=${decodeURIComponent(username)}`],
      ...("seconds" in extent ? [`--time=${extent.seconds}`] : [`--transactions=${extent.rounds}`]),
    ];
    const done = await execa("pgbench", [...flags, pathname.slice(1)], {
      env: { PGPASSWORD: decodeURIComponent(password) },
    });
    const failed = /number of failed transactions: (\d+)/.exec(done.stdout)?.[1] ?? "0";
    if (failed !== "0" || /aborted|ERROR/.test(done.stderr))
      throw new Error(`pgbench failed: ${done.stderr}`);
    return Number(/tps = ([\d.]+)/.exec(done.stdout)?.[1]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
