import { inOrganization, runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { type DueSchedule, dueSchedulesSql } from "./internal/due-schedules.sql.ts";
import { type Enqueued, enqueueForOrganization } from "./internal/enqueue-for-organization.ts";
import { moveToZoneData } from "./internal/move-to-zone-data.ts";

/** Large, so that an organization is seldom entered twice in one tick. */
const PAGE = 10_000;
const BEFORE_ALL: Pick<DueSchedule, "nextDueAt" | "projectId"> = {
  nextDueAt: new Date(0),
  projectId: "00000000-0000-0000-0000-000000000000",
};

/**
 * The ticker: puts every occurrence that is due (its slot less the lead time has come) into the queue and computes the next slot of
 * its project. Safe to run twice, at the same time as itself, and after the clock was set back: an occurrence gets one row for ever.
 * What fell due while nothing ran is divided by the policy of the project. Slots computed by older time-zone data are moved first.
 *
 * @returns what was enqueued and skipped, and the projects whose cadence could not be read
 * @throws AggregateError after all organizations were served, when some could not be
 */
export async function enqueueDue(system: System): Promise<Enqueued> {
  const total: Enqueued = { pending: 0, skipped: 0, unreadable: [] };
  const failures: unknown[] = [];
  await moveToZoneData(system, failures);

  let last = BEFORE_ALL;
  let page: DueSchedule[];
  do {
    const values = [system.clock.now(), last.nextDueAt, last.projectId, PAGE];
    page = await runSql(system.db.pool, dueSchedulesSql, values);
    for (const [organizationId, schedules] of Map.groupBy(page, (schedule) => schedule.organizationId)) {
      const projectIds = schedules.map(({ projectId }) => projectId);
      try {
        const ctx = actingFor(system, organizationId, "tick-cadences");
        const enqueued = await inOrganization(ctx, (inside) => enqueueForOrganization(inside, projectIds));
        total.pending += enqueued.pending;
        total.skipped += enqueued.skipped;
        total.unreadable.push(...enqueued.unreadable);
      } catch (error) {
        failures.push(error);
      }
    }
    last = page.at(-1) ?? last;
  } while (page.length === PAGE);

  if (failures.length > 0) {
    throw new AggregateError(failures, `The slots of ${failures.length} organizations could not be enqueued`);
  }
  return total;
}
