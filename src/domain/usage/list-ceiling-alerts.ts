import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { budgetState } from "./budget-state.ts";
import { findWhomToAsk } from "./internal/budgets/find-whom-to-ask.ts";
import { holdingBudgetsSql } from "./internal/budgets/holding-budgets.sql.ts";
import { type BudgetRow, listBudgetsSql } from "./internal/budgets/list-budgets.sql.ts";

/** A ceiling that somebody should know of: from 80 % on, or because it holds runs. */
export interface CeilingAlert
  extends Pick<BudgetRow, "id" | "projectId" | "projectTitle" | "window" | "isHard" | "startsOn"> {
  state: "NEAR" | "REACHED" | "HOLDING";
  /** Whole percent of the ceiling that is spent or set aside. */
  percent: number;
  /** What is spent, and the ceiling; null for who may not see cost. */
  money: { spentNanos: bigint; ceilingNanos: bigint } | null;
}

/**
 * The ceilings that are near, reached, or hold runs, with the runs that each holds; and whom to ask to have one raised: empty for who may raise
 * it. Of episodes only what holds is told, for the dearest may be long past.
 */
export const listCeilingAlerts = query({ needs: "run.read", input: z.object({}) }, async (ctx) => {
  const { tx, organizationId, actor, clock } = ctx;
  const values = [organizationId, clock.now()];
  const budgets = await runSql(tx, listBudgetsSql, values);
  const mayRaise = may(actor, "budget.edit");
  if (budgets.length === 0)
    return { alerts: [], heldBy: new Map<string, CeilingAlert[]>(), mayRaise, askOf: [] };

  const holding = (await runSql(tx, holdingBudgetsSql, values)).filter(
    ({ holdKind }) => holdKind === "BUDGET",
  );
  const alerts = budgets.flatMap((budget): CeilingAlert[] => {
    const holds = holding.some(({ budgetId }) => budgetId === budget.id);
    const state = holds ? "HOLDING" : budgetState(budget);
    if (state === "OPEN" || (budget.window === "EPISODE" && !holds)) return [];
    const { id, projectId, projectTitle, window, isHard, startsOn, spentNanos, ceilingNanos } = budget;
    const money = may(actor, "usage.read") ? { spentNanos, ceilingNanos } : null;
    return [
      { id, projectId, projectTitle, window, isHard, startsOn, state, percent: percentOf(budget), money },
    ];
  });
  const heldBy = new Map<string, CeilingAlert[]>();
  for (const { queueId, budgetId } of holding) {
    const alert = alerts.find(({ id }) => id === budgetId);
    if (alert) heldBy.set(queueId, [...(heldBy.get(queueId) ?? []), alert]);
  }
  return { alerts, heldBy, mayRaise, askOf: mayRaise ? [] : await findWhomToAsk(tx, organizationId) };
});

function percentOf({ spentNanos, reservedNanos, ceilingNanos }: BudgetRow): number {
  return ceilingNanos === 0n ? 100 : Number(((spentNanos + reservedNanos) * 100n) / ceilingNanos);
}
