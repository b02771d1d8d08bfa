import type { Ctx } from "#platform/context.ts";
import { inBareOrganization, runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { holdOrganizationSql } from "./internal/hold-organization.sql.ts";
import { lockChangedDaysSql } from "./internal/lock-changed-days.sql.ts";
import { organizationsToRollUpSql } from "./internal/organizations-to-roll-up.sql.ts";
import { rollUpDaysSql } from "./internal/roll-up-days.sql.ts";

/** A month in one transaction: seconds' work for an organization with thirty thousand calls a day, and the locks are given back. */
const DAYS_AT_A_TIME = 31;

/**
 * Recomputes every day whose ledger was added to since it was last rolled up, in the reporting zone of its organization.
 * May run at any time, twice, and at the same time as itself.
 *
 * @returns how many days were recomputed
 * @throws AggregateError when organizations failed, after all others were rolled up
 */
export async function rollUpDays(system: System): Promise<number> {
  const organizations = await runSql(system.db.pool, organizationsToRollUpSql, []);
  let days = 0;
  const failures: unknown[] = [];
  for (const { organizationId } of organizations) {
    try {
      days += await rollUpOrganization(actingFor(system, organizationId, "roll_up_usage"));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} organizations could not be rolled up`);
  return days;
}

async function rollUpOrganization(ctx: Ctx): Promise<number> {
  const { organizationId, clock } = ctx;
  let total = 0;
  for (;;) {
    const count = await inBareOrganization(ctx, async (client) => {
      await runSql(client, holdOrganizationSql, [organizationId]);
      const changed = await runSql(client, lockChangedDaysSql, [organizationId, DAYS_AT_A_TIME]);
      const days = changed.map(({ day }) => day);
      if (days.length > 0) await runSql(client, rollUpDaysSql, [organizationId, days, clock.now()]);
      return days.length;
    });
    total += count;
    if (count < DAYS_AT_A_TIME) return total;
  }
}
