import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { ComingSlots } from "../../coming-slots.ts";
import { type Forecast, forecast } from "../../forecast.ts";
import { episodeCostsSql } from "./episode-costs.sql.ts";
import type { PresentWindows } from "./present-windows.sql.ts";
import { spendingHistorySql } from "./spending-history.sql.ts";

const ONE_DAY = 86_400_000;

interface WindowToForetell {
  projectId: string | null;
  window: "DAY" | "MONTH";
  spentNanos: bigint;
}

/** Reads once what forecasts rest on, for as many windows as are asked for. */
export async function readForecasts(
  { tx, organizationId, clock }: TxCtx,
  { today, monthEndsOn, restOfToday }: PresentWindows,
  comingSlots: ComingSlots,
): Promise<(asked: WindowToForetell) => Forecast | null> {
  const history = await runSql(tx, spendingHistorySql, [organizationId, clock.now()]);
  const episodes = await runSql(tx, episodeCostsSql, [organizationId, clock.now()]);
  const all = episodes.map(({ nanos }) => nanos);
  return ({ projectId, window, spentNanos }) =>
    forecast({
      spentNanos,
      daysLeft: datesBetween(today, window === "DAY" ? today : monthEndsOn),
      restOfToday,
      history: history.filter((row) => row.projectId === projectId),
      slots: comingSlots
        .filter((slots) => projectId === null || slots.projectId === projectId)
        .map((slots) => {
          const own = episodes.filter((row) => row.projectId === slots.projectId).map(({ nanos }) => nanos);
          const count = window === "DAY" ? slots.untilDayEnd : slots.untilMonthEnd;
          // A project that wrote nothing yet is taken to cost what the others do.
          return { count, costs: own.length > 0 ? own : all };
        }),
    });
}

/** Local dates are plain dates: in UTC every one of them has 24 hours. */
function datesBetween(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += ONE_DAY) {
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
}
