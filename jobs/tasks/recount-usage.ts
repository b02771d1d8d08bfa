import { recountDays } from "#domain/usage/recount-days.ts";
import { recountWindows } from "#domain/usage/recount-windows.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";

/** Moves the ledger's calls, and those under way, to the days that they have in the organization's present reporting zone. */
export async function recountUsageTask(
  system: System,
  { organizationId }: { organizationId: string },
): Promise<void> {
  const ctx = actingFor(system, organizationId, "recount_usage");
  await inOrganization(ctx, recountDays);
  await recountWindows(ctx);
}
