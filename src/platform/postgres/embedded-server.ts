import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import getPort from "get-port";
import { findServerPlace, type ServerPlace } from "./server-binaries.ts";
import { findServerUser, type ServerUser } from "./server-user.ts";

export interface EmbeddedServerOptions {
  /** Folder that holds, or will hold, the cluster. */
  folder: string;
  /** Server settings beyond the defaults, such as `fsync=off` for tests. */
  settings?: readonly string[];
}

export interface EmbeddedServer {
  /** Superuser URL of the database `postgres`. */
  adminUrl: string;
  port: number;
  /** True when the server of an earlier start was still running and is used on. */
  wasRunning: boolean;
  /** True when the cluster was made now. */
  isNew: boolean;
  notice: string | null;
  /** Stops the server; transactions under way are rolled back. */
  stop(): Promise<void>;
  /** Stops the server at once and deletes its files; for servers of a test run. */
  remove(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came from npm, on 127.0.0.1 only, with a password of its own. The server is a daemon: it outlives a
 * killed parent, and the next start finds it by its `postmaster.pid` and uses it on.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const folder = path.resolve(options.folder);
  await mkdir(path.dirname(folder), { recursive: true });
  const user = await findServerUser();
  const place = await findServerPlace(folder, user);
  const isNew = !(await stat(path.join(place.dataFolder, "PG_VERSION")).catch(() => null));
  if (isNew) await makeCluster(place, user);
  const password = (await readFile(passwordFile(place), "utf8")).trim();

  const runningPort = await findRunningPort(place, user);
  const port = runningPort ?? (await start(place, user, options.settings ?? []));
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    wasRunning: runningPort !== null,
    isNew,
    notice: place.notice,
    stop: async () => {
      await control(place, user, ["stop", "-m", "fast", "-w", "-t", "30"]);
    },
    remove: async () => {
      await control(place, user, ["stop", "-m", "immediate", "-w"]);
      await rm(place.dataFolder, { recursive: true, force: true });
      await rm(passwordFile(place), { force: true });
    },
  };
}

const passwordFile = (place: ServerPlace): string => `${place.dataFolder}.password`;

async function makeCluster(place: ServerPlace, user: ServerUser | null): Promise<void> {
  // A first start that was cut off leaves half a cluster without PG_VERSION; initdb wants an empty folder.
  await rm(place.dataFolder, { recursive: true, force: true });
  await mkdir(place.dataFolder, { recursive: true, mode: 0o700 });
  const file = await open(passwordFile(place), "w", 0o600);
  await file.writeFile(`${randomBytes(24).toString("base64url")}\n`);
  await file.close();
  if (user) {
    await chown(place.dataFolder, user.uid, user.gid);
    await chown(passwordFile(place), user.uid, user.gid);
  }
  const flags = ["--username=postgres", "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256"];
  await execa(place.initdb, [`--pgdata=${place.dataFolder}`, ...flags, `--pwfile=${passwordFile(place)}`], {
    ...user,
    cwd: path.dirname(place.dataFolder),
  });
}

/** The port of a server that already runs on these files, or null. */
async function findRunningPort(place: ServerPlace, user: ServerUser | null): Promise<number | null> {
  const status = await control(place, user, ["status"]);
  if (status.exitCode !== 0) return null;
  const lines = (await readFile(path.join(place.dataFolder, "postmaster.pid"), "utf8")).split("\n");
  return Number(lines[3]);
}

async function start(
  place: ServerPlace,
  user: ServerUser | null,
  settings: readonly string[],
): Promise<number> {
  const port = await getPort();
  const own = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=''",
    "max_connections=200",
  ];
  const flags = [...own, ...settings].map((setting) => `-c ${setting}`).join(" ");
  const log = path.join(place.dataFolder, "server.log");
  const outcome = await control(place, user, ["start", "-w", "-t", "60", "-l", log, "-o", flags]);
  if (outcome.exitCode === 0) return port;
  const tail = (await readFile(log, "utf8").catch(() => "")).trimEnd().split("\n").slice(-4).join("\n");
  throw new Error(`The embedded PostgreSQL in ${place.dataFolder} does not start:\n${tail}`);
}

function control(place: ServerPlace, user: ServerUser | null, words: readonly string[]) {
  // Its output is not kept: the daemon would hold the pipe open and the call would never end.
  return execa(place.pgCtl, ["-D", place.dataFolder, ...words], {
    ...user,
    cwd: place.dataFolder,
    reject: false,
    stdio: "ignore",
  });
}
