import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { ConfigurationError, type Env } from "#platform/env.ts";
import { type EmbeddedServer, startEmbeddedServer } from "#platform/postgres/embedded-server.ts";
import { prepareRoles } from "#platform/postgres/prepare-roles.ts";
import { databaseUrl, roleUrl } from "#platform/postgres/role-urls.ts";

/** What every process of this installation shares. */
export interface Installation {
  secret: string;
  /** Enters as the user who may make roles. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  /** Null when DATABASE_URL names a real server. */
  server: EmbeddedServer | null;
}

const DATABASE = "episodic";

/**
 * @throws ConfigurationError when the data folder can't be written, or when production lacks a setting that must not be made up.
 */
export async function checkSettings(env: Env): Promise<void> {
  if (env.NODE_ENV === "production") {
    for (const name of ["EPISODIC_SECRET", "DATABASE_URL", "ORIGIN"] as const) {
      if (env[name]) continue;
      throw new ConfigurationError(
        `${name} must be set in production (NODE_ENV=production). docs/running-in-production.md says to what.`,
      );
    }
  }
  try {
    await mkdir(env.DATA_DIR, { recursive: true });
    await access(env.DATA_DIR, constants.W_OK);
  } catch {
    throw new ConfigurationError(
      `The data folder ${env.DATA_DIR} can't be written. Give this user the right to, or set DATA_DIR to another folder.`,
    );
  }
}

/** Finds or makes the secret, starts the embedded server where there is no DATABASE_URL, and makes the roles. */
export async function openInstallation(env: Env): Promise<Installation> {
  const secret = env.EPISODIC_SECRET ?? (await keptSecret(env.DATA_DIR));
  const server = env.DATABASE_URL
    ? null
    : await startEmbeddedServer({ folder: path.join(env.DATA_DIR, "postgres") });
  const adminUrl = env.DATABASE_URL ?? (await embeddedDatabase(server));
  const ownerUrl = roleUrl(adminUrl, "episodic_owner", secret);
  if (!(await canEnter(ownerUrl))) await prepare(adminUrl, secret);
  return {
    secret,
    adminUrl,
    ownerUrl,
    appUrl: env.APP_DATABASE_URL ?? roleUrl(adminUrl, "episodic_app", secret),
    workerUrl: env.WORKER_DATABASE_URL ?? roleUrl(adminUrl, "episodic_worker", secret),
    server,
  };
}

async function prepare(adminUrl: string, secret: string): Promise<void> {
  try {
    await prepareRoles(adminUrl, secret);
  } catch (cause) {
    if (!isUnreachable(cause)) throw cause;
    const { host, pathname } = new URL(adminUrl);
    throw new ConfigurationError(
      `The database ${pathname.slice(1)} on ${host} can't be reached (${(cause as Error).message}). Check DATABASE_URL and that the server runs.`,
      { cause },
    );
  }
}

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  // Connection refused or lost, unknown host, unknown database (3D000) and refused passwords (28…).
  return /^(E[A-Z]+|3D000|28...)$/.test(String(error.code));
}

async function canEnter(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function embeddedDatabase(server: EmbeddedServer | null): Promise<string> {
  if (!server) throw new Error("There is no embedded server to make a database on.");
  const url = databaseUrl(server.adminUrl, DATABASE);
  if (await canEnter(url)) return url;
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  await client.query(`create database ${DATABASE}`);
  await client.end();
  return url;
}

async function keptSecret(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, "secret");
  const fresh = randomBytes(32).toString("base64url");
  // `wx` refuses an existing file: the first writer wins, and the secret is never replaced.
  await writeFile(file, `${fresh}\n`, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return (await readFile(file, "utf8")).trim();
}
