import { inOrganization, runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { zoneDataVersion } from "../zone-data-version.ts";
import { enqueueForOrganization } from "./enqueue-for-organization.ts";
import { moveQueuedSlots } from "./move-queued-slots.ts";
import { outdatedSchedulesSql } from "./outdated-schedules.sql.ts";
import { readSchedules } from "./read-schedules.ts";

const PAGE = 500;

/**
 * Computes again every coming slot that stems from older time-zone data than that of this process. A slot may move; its date, and
 * with it the row that guards it, stays, so that nothing is repeated. What fails is added to `failures`, and the rest goes on.
 */
export async function moveToZoneData(system: System, failures: unknown[]): Promise<void> {
  let last = "00000000-0000-0000-0000-000000000000";
  let page: { projectId: string; organizationId: string }[];
  do {
    page = await runSql(system.db.pool, outdatedSchedulesSql, [zoneDataVersion(), last, PAGE]);
    for (const [organizationId, schedules] of Map.groupBy(page, (schedule) => schedule.organizationId)) {
      const projectIds = schedules.map(({ projectId }) => projectId);
      try {
        await inOrganization(actingFor(system, organizationId, "tick-cadences"), async (ctx) => {
          const readable = await readSchedules(ctx, projectIds);
          await moveQueuedSlots(ctx, readable.schedules);
          await enqueueForOrganization(ctx, projectIds);
        });
      } catch (error) {
        failures.push(error);
      }
    }
    last = page.at(-1)?.projectId ?? last;
  } while (page.length === PAGE);
}
