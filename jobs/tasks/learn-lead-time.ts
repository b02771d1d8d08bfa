import { learnLeadTime } from "#domain/episodes/learn-lead-time.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";

/** Has a project that got another writer begin by what that one takes. */
export async function learnLeadTimeTask(
  system: System,
  { organizationId, projectId }: { organizationId: string; projectId: string },
): Promise<void> {
  const ctx = actingFor(system, organizationId, "learn_lead_time");
  await inOrganization(ctx, (inside) => learnLeadTime(inside, { projectId }));
}
