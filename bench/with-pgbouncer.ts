import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import getPort from "get-port";
import pg from "pg";
import { findServerUser } from "#platform/postgres/server-user.ts";

/**
 * Runs pgbouncer in transaction mode in front of a server while `work` lasts; its address is handed over with the port of the given
 * URLs exchanged. Answers with null where pgbouncer is not installed.
 */
export async function withPgbouncer<T>(
  urls: readonly string[],
  connections: number,
  work: (urls: string[], version: string) => Promise<T>,
): Promise<T | null> {
  const version = await execa("pgbouncer", ["--version"], { reject: false });
  if (version.exitCode !== 0) return null;
  const folder = await mkdtemp(path.join(tmpdir(), "episodic-pgbouncer-"));
  const port = await getPort();
  const user = await findServerUser();
  await writeFile(path.join(folder, "users.txt"), urls.map(userLine).join(""));
  await writeFile(
    path.join(folder, "pgbouncer.ini"),
    settings(folder, port, new URL(urls[0] ?? ""), connections),
  );
  if (user)
    for (const file of ["", "users.txt", "pgbouncer.ini"])
      await chown(path.join(folder, file), user.uid, user.gid);
  await chmod(folder, 0o700);
  const running = execa("pgbouncer", [path.join(folder, "pgbouncer.ini")], {
    ...user,
    cwd: folder,
    reject: false,
  });
  try {
    const pooled = urls.map((url) => pooledUrl(url, port));
    await untilItAnswers(pooled[0] ?? "");
    return await work(pooled, version.stdout.split("\n")[0] ?? "pgbouncer");
  } finally {
    running.kill("SIGINT");
    await running;
    await rm(folder, { recursive: true, force: true });
  }
}

function settings(folder: string, port: number, server: URL, connections: number): string {
  return `[databases]
* = host=${server.hostname} port=${server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${path.join(folder, "users.txt")}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 200
logfile = ${path.join(folder, "log")}
pidfile = ${path.join(folder, "pid")}
`;
}

function userLine(url: string): string {
  const { username, password } = new URL(url);
  return `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`;
}

function pooledUrl(url: string, port: number): string {
  const pooled = new URL(url);
  pooled.port = String(port);
  pooled.searchParams.set("pgbouncer", "true");
  return pooled.href;
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("select 1");
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
