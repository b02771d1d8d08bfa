import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { type BudgetState, budgetState } from "./budget-state.ts";
import { ComingSlots } from "./coming-slots.ts";
import type { Forecast } from "./forecast.ts";
import { type BudgetRow, listBudgetsSql } from "./internal/budgets/list-budgets.sql.ts";
import { presentWindowsSql } from "./internal/budgets/present-windows.sql.ts";
import { readForecasts } from "./internal/budgets/read-forecasts.ts";

/** One ceiling in its present window. */
export interface BudgetInWindow extends BudgetRow {
  /** Last day of the present window; for episodes the first, for they have no days. */
  endsOn: string;
  /** What the window will have cost when it ends; null when it is too early to say, and for episodes. */
  forecast: Forecast | null;
  state: BudgetState;
}

/**
 * The ceilings of the organization and its projects, each with its present window in the zone in which the organization counts: what is
 * spent and set aside, what it will come to, and how near it is. `comingSlots` are those that `countComingSlots` tells.
 */
export const listBudgets = query(
  { needs: "usage.read", input: z.object({ comingSlots: ComingSlots.default([]) }) },
  async (ctx, { comingSlots }) => {
    const values = [ctx.organizationId, ctx.clock.now()];
    const [present] = await runSql(ctx.tx, presentWindowsSql, values);
    if (!present) throw new AppError("NOT_FOUND", "There is no such organization.");
    const rows = await runSql(ctx.tx, listBudgetsSql, values);
    const foretell = rows.length > 0 ? await readForecasts(ctx, present, comingSlots) : () => null;
    return {
      zone: present.zone,
      today: present.today,
      budgets: rows.map(({ window, ...row }): BudgetInWindow => {
        const endsOn = { DAY: present.today, MONTH: present.monthEndsOn, EPISODE: row.startsOn }[window];
        const told = window === "EPISODE" ? null : foretell({ ...row, window });
        return { ...row, window, endsOn, forecast: told, state: budgetState(row) };
      }),
    };
  },
);
