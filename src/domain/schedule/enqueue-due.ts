import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { dueSchedulesSql } from "./internal/due-schedules.sql.ts";
import { type Enqueued, enqueueForOrganization } from "./internal/enqueue-for-organization.ts";
import { moveQueuedSlots } from "./internal/move-queued-slots.ts";
import { outdatedSchedulesSql } from "./internal/outdated-schedules.sql.ts";
import { readSchedules } from "./internal/read-schedules.ts";
import { serveOrganizations, type Tally } from "./internal/serve-organizations.ts";
import { zoneDataVersion } from "./zone-data-version.ts";

/** Large, so that an organization is seldom entered twice in one tick. */
const PAGE = 10_000;
const BEFORE_ALL = { nextDueAt: new Date(0), projectId: "00000000-0000-0000-0000-000000000000" };

/**
 * The ticker: puts every occurrence that is due (its slot less the lead time has come) into the queue and computes the next slot of
 * its project. Safe to run twice, at the same time as itself, and after the clock was set back: an occurrence gets one row for ever.
 * What fell due while nothing ran is divided by the policy of the project. Slots computed by older time-zone data are moved first.
 *
 * @returns what was enqueued and skipped, and the projects whose cadence could not be read
 * @throws AggregateError after all organizations were served, when some could not be
 */
export async function enqueueDue(system: System): Promise<Enqueued> {
  const tally: Tally = { pending: 0, skipped: 0, unreadable: new Set(), failures: [] };
  await serveOutdated(system, tally);
  await serveDue(system, tally);
  const { pending, skipped, unreadable, failures } = tally;
  if (failures.length > 0) {
    throw new AggregateError(failures, `The slots of ${failures.length} organizations could not be enqueued`);
  }
  return { pending, skipped, unreadable: [...unreadable] };
}

/** A slot may move with the zone data; its date, and with it the row that guards it, stays, so that nothing is repeated. */
async function serveOutdated(system: System, tally: Tally): Promise<void> {
  let last = BEFORE_ALL.projectId;
  for (;;) {
    const page = await runSql(system.db.pool, outdatedSchedulesSql, [zoneDataVersion(), last, PAGE]);
    await serveOrganizations(system, page, tally, computeAgain);
    if (page.length < PAGE) return;
    last = page.at(-1)?.projectId ?? last;
  }
}

async function computeAgain(ctx: TxCtx, projectIds: string[]): Promise<Enqueued> {
  const { schedules } = await readSchedules(ctx, projectIds);
  await moveQueuedSlots(ctx, schedules);
  return enqueueForOrganization(ctx, projectIds);
}

async function serveDue(system: System, tally: Tally): Promise<void> {
  let last = BEFORE_ALL;
  for (;;) {
    const values = [system.clock.now(), last.nextDueAt, last.projectId, PAGE];
    const page = await runSql(system.db.pool, dueSchedulesSql, values);
    await serveOrganizations(system, page, tally, enqueueForOrganization);
    if (page.length < PAGE) return;
    last = page.at(-1) ?? last;
  }
}
