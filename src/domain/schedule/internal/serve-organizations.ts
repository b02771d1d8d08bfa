import type { TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import type { Enqueued } from "./enqueue-for-organization.ts";

/** What a tick has done so far. */
export interface Tally {
  pending: number;
  skipped: number;
  unreadable: Set<string>;
  failures: unknown[];
}

/** Enters each organization among some schedules once, and adds up what was done. What fails for one does not stop the others. */
export async function serveOrganizations(
  system: System,
  schedules: readonly { projectId: string; organizationId: string }[],
  tally: Tally,
  work: (ctx: TxCtx, projectIds: string[]) => Promise<Enqueued>,
): Promise<void> {
  const byOrganization = Map.groupBy(schedules, ({ organizationId }) => organizationId);
  for (const [organizationId, ofOrganization] of byOrganization) {
    const projectIds = ofOrganization.map(({ projectId }) => projectId);
    try {
      const ctx = actingFor(system, organizationId, "tick-cadences");
      const enqueued = await inOrganization(ctx, (inside) => work(inside, projectIds));
      tally.pending += enqueued.pending;
      tally.skipped += enqueued.skipped;
      for (const projectId of enqueued.unreadable) tally.unreadable.add(projectId);
    } catch (error) {
      tally.failures.push(error);
    }
  }
}
