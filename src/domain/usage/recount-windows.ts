import type { AskedCtx } from "#platform/context.ts";
import { inBareOrganization, runSql } from "#platform/database.ts";
import { countByZoneSql } from "./internal/count-by-zone.sql.ts";
import { lockToRecountSql } from "./internal/lock-to-recount.sql.ts";
import { type MendedWindow, recountWindowsSql } from "./internal/recount-windows.sql.ts";

/**
 * Counts every window of an organization again, from its ledger and the calls under way, by the reporting zone as it is now: after a change of zone, and
 * to mend what does not agree. Whoever reserves or settles meanwhile waits for it (two seconds for a million calls). In one transaction of
 * its own; a second time changes nothing.
 *
 * @returns the windows that were not what ledger and open reservations say
 */
export async function recountWindows(ctx: AskedCtx): Promise<MendedWindow[]> {
  return inBareOrganization(ctx, async (client) => {
    const { organizationId } = ctx;
    const [organization] = await runSql(client, lockToRecountSql, [organizationId]);
    if (!organization?.zone) return [];
    await runSql(client, countByZoneSql, [organizationId, organization.zone]);
    return runSql(client, recountWindowsSql, [organizationId]);
  });
}
