import { subDays } from "date-fns";
import type { System } from "./system.ts";

/** Writes down that this worker lives; workers that were silent for a day are forgotten. */
export async function recordHeartbeat(system: System, workerId: string, startedAt: Date): Promise<void> {
  const lastSeenAt = system.clock.now();
  const zoneDataVersion = process.versions.tz ?? "unknown";
  await system.db.prisma.workerHeartbeat.upsert({
    where: { workerId },
    create: { workerId, startedAt, lastSeenAt, zoneDataVersion },
    update: { lastSeenAt },
  });
  await system.db.prisma.workerHeartbeat.deleteMany({
    where: { lastSeenAt: { lt: subDays(lastSeenAt, 1) } },
  });
}
