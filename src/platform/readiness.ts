import { differenceInSeconds } from "date-fns";
import { migrationStatus } from "./migrations/migration-status.ts";
import { configuredRoleUrl } from "./open-as-role.ts";
import type { System } from "./system.ts";

export interface Readiness {
  isReady: boolean;
  checks: Record<string, { isGood: boolean; says: string }>;
}

/** A worker beats every ten seconds; three missed beats and more mean that nobody writes. */
const SECONDS_WITHOUT_A_WORKER = 45;

/** Whether this installation can do its work now: database, migrations, a live worker, and which time-zone data it goes by. */
export async function checkReadiness(system: System): Promise<Readiness> {
  const database = await look(async () => {
    await system.db.prisma.$queryRaw`select 1`;
    return { isGood: true, says: "answers" };
  });
  const checks = {
    database,
    migrations: database.isGood ? await look(checkMigrations) : database,
    worker: database.isGood ? await look(() => checkWorker(system)) : database,
    zoneData: { isGood: true, says: process.versions.tz ?? "unknown" },
  };
  return { isReady: Object.values(checks).every((check) => check.isGood), checks };
}

type Check = Readiness["checks"][string];

async function look(check: () => Promise<Check>): Promise<Check> {
  try {
    return await check();
  } catch {
    return { isGood: false, says: "does not answer" };
  }
}

async function checkMigrations(): Promise<Check> {
  const { pending, unknown } = await migrationStatus(configuredRoleUrl("episodic_app"));
  if (unknown.length > 0) return { isGood: false, says: "the schema is newer than the code" };
  if (pending.length > 0) return { isGood: false, says: `${pending.length} to apply` };
  return { isGood: true, says: "up to date" };
}

async function checkWorker(system: System): Promise<Check> {
  const last = await system.db.prisma.workerHeartbeat.findFirst({
    orderBy: { lastSeenAt: "desc" },
    select: { lastSeenAt: true },
  });
  if (!last) return { isGood: false, says: "no worker was ever seen" };
  const age = differenceInSeconds(system.clock.now(), last.lastSeenAt);
  return { isGood: age < SECONDS_WITHOUT_A_WORKER, says: `seen ${age} s ago` };
}
