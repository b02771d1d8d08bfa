import { runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import type { Drift } from "./internal/drift.ts";
import { organizationsWithUsageSql } from "./internal/organizations-with-usage.sql.ts";
import { reconcileOrganization } from "./internal/reconcile-organization.ts";

export interface Reconciled {
  organizationId: string;
  daysCompared: number;
  drift: Drift;
}

/**
 * Compares the roll-ups and the windows of every organization with its ledger, over all days that are over; keeps what did not agree as a row
 * of `usage_reconciliation`, and mends it: such days are rolled up again, the windows counted again. There should never be any. May run at
 * any time and twice.
 *
 * @returns what was compared, for each organization that has a day that is over
 * @throws AggregateError when organizations failed, after all others were compared
 */
export async function reconcileUsage(system: System): Promise<Reconciled[]> {
  const organizations = await runSql(system.db.pool, organizationsWithUsageSql, []);
  const reconciled: Reconciled[] = [];
  const failures: unknown[] = [];
  for (const { organizationId } of organizations) {
    try {
      const compared = await reconcileOrganization(actingFor(system, organizationId, "reconcile_usage"));
      if (compared) reconciled.push({ organizationId, ...compared });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} organizations could not be compared with their ledger`,
    );
  return reconciled;
}
