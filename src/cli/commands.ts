import { foundOrganization } from "#domain/people/found-organization.ts";
import { systemClock } from "#platform/clock.ts";
import { openDatabase } from "#platform/database.ts";
import { env } from "#platform/env.ts";
import { keysFrom } from "#platform/keys.ts";
import { migrateDown } from "#platform/migrations/migrate.ts";
import { migrationStatus } from "#platform/migrations/migration-status.ts";
import type { System } from "#platform/system.ts";
import { checkSettings, type Installation, openInstallation } from "./installation.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { findRunningOrigin } from "./running-file.ts";
import { makeSignInLink } from "./sign-in-link.ts";

/** Opens the installation for one command; an embedded server that this started is stopped again. */
async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  await checkSettings(env());
  const installation = await openInstallation(env());
  try {
    return await work(installation);
  } finally {
    if (installation.server && !installation.server.wasRunning) await installation.server.stop();
  }
}

/** The same for a command that works as the web does, or as the worker. */
export async function withSystem<T>(
  work: (system: System) => Promise<T>,
  as: "app" | "worker" = "app",
): Promise<T> {
  return withInstallation(async ({ appUrl, workerUrl, secret }) => {
    const db = openDatabase(as === "app" ? appUrl : workerUrl, { connections: 2 });
    try {
      return await work({ db, clock: systemClock, keys: keysFrom(secret) });
    } finally {
      await db.close();
    }
  });
}

async function origin(): Promise<string> {
  const settings = env();
  return (
    settings.ORIGIN ?? (await findRunningOrigin(settings.DATA_DIR)) ?? `http://localhost:${settings.PORT}`
  );
}

export async function signInLink(email: string | undefined): Promise<void> {
  const link = await withSystem(async (system) => makeSignInLink(system, await origin(), email));
  console.log(link);
}

export async function addOrganization(options: { name: string; owner: string; zone: string }): Promise<void> {
  const slug = options.name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  await withSystem(async (system) => {
    const { name, owner, zone } = options;
    await foundOrganization(system, { name, slug, ownerEmail: owner, reportingZone: zone });
    console.log(
      `${name} is made. Its owner signs in with:\n${await makeSignInLink(system, await origin(), owner)}`,
    );
  });
}

export async function migrateUpCommand(): Promise<void> {
  const applied = await withInstallation(({ ownerUrl }) => migrateDatabase(ownerUrl));
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
}

export async function migrateDownCommand(): Promise<void> {
  const name = await withInstallation(({ ownerUrl }) => migrateDown(ownerUrl));
  console.log(name ? `Took ${name} back.` : "No migration is applied.");
}

export async function migrateStatusCommand(): Promise<void> {
  const status = await withInstallation(({ ownerUrl }) => migrationStatus(ownerUrl));
  for (const [what, names] of Object.entries(status)) console.log(`${what}: ${names.join(", ") || "none"}`);
  const isCurrent = status.pending.length + status.unknown.length + status.edited.length === 0;
  if (!isCurrent) process.exitCode = 1;
}
