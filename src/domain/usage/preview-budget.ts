import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { BudgetToSet } from "./budget-to-set.ts";
import { pastCostsSql } from "./internal/budgets/past-costs.sql.ts";
import { periodToPreviewSql } from "./internal/budgets/period-to-preview.sql.ts";
import { previewCeiling } from "./preview-ceiling.ts";

/**
 * What a ceiling would have held last month, from the ledger; in an organization that is younger, in the present month so far. With it the
 * ceiling that it would replace, and what its present window has cost.
 *
 * @throws AppError INVALID with `fields` as when it is set, NOT_FOUND for a project that is not there
 */
export const previewBudget = query({ needs: "usage.read", input: BudgetToSet }, async (ctx, budget) => {
  const { tx, organizationId, clock } = ctx;
  const { projectId, window, ceiling, isHard } = budget;
  const project = projectId
    ? await tx.project.findFirst({
        where: { organizationId, id: projectId, deletedAt: null },
        select: { title: true },
      })
    : null;
  if (projectId && !project) {
    throw new AppError("NOT_FOUND", "There is no such project. It may have been removed.");
  }
  const before = await tx.budget.findFirst({
    where: { organizationId, projectId, window },
    select: { id: true, ceilingNanos: true, isHard: true },
  });
  const [period] = await runSql(tx, periodToPreviewSql, [organizationId, clock.now()]);
  if (!period) throw new AppError("NOT_FOUND", "There is no such organization.");
  const { from, until } = period;
  const present = await tx.spendingWindow.findFirst({
    where: {
      organizationId,
      scopeId: projectId ?? organizationId,
      window,
      startsOn: new Date(period[window]),
    },
    select: { spentNanos: true },
  });
  const costs = await runSql(tx, pastCostsSql, [organizationId, from, until, window, projectId]);
  return {
    ...{ projectId, projectTitle: project?.title ?? null, window, ceilingNanos: ceiling, isHard, before },
    ...{ from, until, spentNanos: present?.spentNanos ?? 0n },
    ...previewCeiling(costs, ceiling),
  };
});
