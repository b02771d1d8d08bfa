import type { Ctx } from "#platform/context.ts";
import { inBareOrganization, inOrganization, runSql } from "#platform/database.ts";
import { recountWindows } from "../recount-windows.ts";
import { shiftDate } from "../usage-period.ts";
import { compareDaysSql, type DriftedDay } from "./compare-days.sql.ts";
import { countDoubtedWindowsSql } from "./count-doubted-windows.sql.ts";
import type { Drift } from "./drift.ts";
import { holdOrganizationSql } from "./hold-organization.sql.ts";
import { ledgerRangeSql } from "./ledger-range.sql.ts";
import type { MendedWindow } from "./recount-windows.sql.ts";
import { reopenDaysSql } from "./reopen-days.sql.ts";

/** A month in one transaction: seconds' work for an organization with thirty thousand calls a day. */
const DAYS_AT_A_TIME = 31;
const MOST_ENTRIES = 200;

/** Compares one organization with its ledger and mends it; null when no day of its ledger is over yet, or all are about to be counted by another zone. */
export async function reconcileOrganization(
  ctx: Ctx,
): Promise<{ daysCompared: number; drift: Drift } | null> {
  const { organizationId, clock } = ctx;
  const [range] = await inOrganization(ctx, ({ tx }) =>
    runSql(tx, ledgerRangeSql, [organizationId, clock.now()]),
  );
  if (!range || range.first === null || range.first > range.last || range.isMoving) return null;
  const { first, last } = range;

  const days: DriftedDay[] = [];
  for (let from = first; from <= last; from = shiftDate(from, DAYS_AT_A_TIME)) {
    days.push(...(await mendDays(ctx, from, last)));
  }
  const windows = (await areWindowsDoubted(ctx, days.length > 0)) ? await recountWindows(ctx) : [];

  const drift = listDrift(days, windows);
  const daysCompared = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  await inOrganization(ctx, ({ tx }) =>
    tx.usageReconciliation.create({
      data: {
        organizationId,
        comparedAt: clock.now(),
        fromDay: new Date(first),
        untilDay: new Date(last),
        daysCompared,
        drift: drift.map(({ what, ledgerNanos, foundNanos }) => ({
          what,
          ledgerNanos: `${ledgerNanos}`,
          foundNanos: `${foundNanos}`,
        })),
      },
    }),
  );
  return { daysCompared, drift };
}

function mendDays(ctx: Ctx, from: string, last: string): Promise<DriftedDay[]> {
  const { organizationId, clock } = ctx;
  return inBareOrganization(ctx, async (client) => {
    await runSql(client, holdOrganizationSql, [organizationId]);
    const drifted = await runSql(client, compareDaysSql, [organizationId, from, last, DAYS_AT_A_TIME]);
    const days = drifted.map(({ day }) => day);
    if (days.length > 0) await runSql(client, reopenDaysSql, [organizationId, days, clock.now()]);
    return drifted;
  });
}

/** Counting again keeps everybody out for as long as it takes, so it is done only where there is reason to. */
async function areWindowsDoubted(ctx: Ctx, isCertain: boolean): Promise<boolean> {
  if (isCertain) return true;
  const [doubted] = await inBareOrganization(ctx, (client) =>
    runSql(client, countDoubtedWindowsSql, [ctx.organizationId]),
  );
  return doubted !== undefined && doubted.count > 0n;
}

const ROLL_UPS = {
  token_usage_daily: "roll-up by model",
  episode_usage_daily: "roll-up by episode",
} as const;

function listDrift(days: readonly DriftedDay[], windows: readonly MendedWindow[]): Drift {
  const all = [
    ...days.map(({ rollUp, day, ...nanos }) => ({ what: `${ROLL_UPS[rollUp]} of ${day}`, ...nanos })),
    ...windows.map(({ window, startsOn, scopeId, ledgerNanos, foundNanos }) => {
      const name = window === "EPISODE" ? "episode" : `${window.toLowerCase()} of ${startsOn}`;
      return { what: `window, ${name}, ${scopeId}`, ledgerNanos, foundNanos };
    }),
  ];
  if (all.length <= MOST_ENTRIES) return all;
  const rest = all.splice(MOST_ENTRIES);
  const sum = (key: "ledgerNanos" | "foundNanos") => rest.reduce((nanos, entry) => nanos + entry[key], 0n);
  return [
    ...all,
    { what: `${rest.length} more`, ledgerNanos: sum("ledgerNanos"), foundNanos: sum("foundNanos") },
  ];
}
