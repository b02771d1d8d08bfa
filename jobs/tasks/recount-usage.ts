import { recountDays } from "#domain/usage/recount-days.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";

/** Moves the ledger's calls to the days that they have in the organization's present reporting zone. */
export async function recountUsageTask(
  system: System,
  { organizationId }: { organizationId: string },
): Promise<void> {
  await inOrganization(actingFor(system, organizationId, "recount_usage"), recountDays);
}
