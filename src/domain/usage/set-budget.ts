import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { BudgetToSet } from "./budget-to-set.ts";
import { forgetNoticesSql } from "./internal/budgets/forget-notices.sql.ts";
import { lockBudgetSql, setBudgetSql } from "./internal/budgets/set-budget.sql.ts";
import { writeDollars } from "./write-dollars.ts";

/**
 * Sets the ceiling of the organization or a project over a day, a month or an episode; one that is there already is replaced. It counts at
 * once, from what the present window has cost: calls under way are not stopped, held runs go on by themselves when there is room.
 *
 * @throws AppError INVALID with `fields` for an amount that is none or could be two, NOT_FOUND for a project that is not there
 */
export const setBudget = command({ needs: "budget.edit", input: BudgetToSet }, async (ctx, budget) => {
  const { tx, organizationId, clock } = ctx;
  const { projectId, window, ceiling, isHard } = budget;
  if (projectId !== null) {
    const where = { organizationId, id: projectId, deletedAt: null };
    const project = await tx.project.findFirst({ where, select: { id: true } });
    if (!project) throw new AppError("NOT_FOUND", "There is no such project. It may have been removed.");
  }
  const scope = [organizationId, projectId, window];
  const [before] = await runSql(tx, lockBudgetSql, scope);
  const [row] = await runSql(tx, setBudgetSql, [...scope, ceiling, isHard, clock.now()]);
  if (!row) throw new AppError("INTERNAL", "A ceiling that was set is not there.");
  const { id } = row;
  if (before?.ceilingNanos === ceiling && before.isHard === isHard) return { budgetId: id };

  if (before && ceiling > before.ceilingNanos) await runSql(tx, forgetNoticesSql, [organizationId, id]);
  await tx.$executeRaw`select enqueue_job('tell_budgets', ${JSON.stringify({ organizationId })}::json)`;
  const facts = (nanos: bigint, holds: boolean) => {
    return { projectId, window, ceilingDollars: writeDollars(nanos), isHard: holds };
  };
  await recordAudit(ctx, {
    action: "budget.set",
    targetType: "budget",
    targetId: id,
    ...(before ? { before: facts(before.ceilingNanos, before.isHard) } : {}),
    after: facts(ceiling, isHard),
  });
  await recordEvent(ctx, {
    type: "budget_set",
    data: { budgetId: id, window, isHard },
    ...(projectId === null ? {} : { projectId }),
  });
  return { budgetId: id };
});
