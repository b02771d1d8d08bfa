import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { writeDollars } from "./write-dollars.ts";

/**
 * Takes a ceiling away. Runs that it held go on by themselves, unless another holds them.
 *
 * @throws AppError NOT_FOUND for a ceiling that is not there
 */
export const removeBudget = command(
  { needs: "budget.edit", input: z.object({ budgetId: z.string() }) },
  async (ctx, { budgetId }) => {
    const { tx, organizationId } = ctx;
    const id = z.uuid().safeParse(budgetId);
    const where = { organizationId, id: id.data ?? "" };
    const budget = id.success
      ? await tx.budget.findFirst({
          where,
          select: { projectId: true, window: true, ceilingNanos: true, isHard: true },
        })
      : null;
    const removed = budget ? await tx.budget.deleteMany({ where }) : { count: 0 };
    if (!budget || removed.count === 0) {
      throw new AppError("NOT_FOUND", "There is no such ceiling. It may have been removed already.");
    }
    const { projectId, ceilingNanos, ...facts } = budget;
    await recordAudit(ctx, {
      action: "budget.remove",
      targetType: "budget",
      targetId: budgetId,
      before: { projectId, ceilingDollars: writeDollars(ceilingNanos), ...facts },
    });
    await recordEvent(ctx, {
      type: "budget_removed",
      data: { budgetId },
      ...(projectId === null ? {} : { projectId }),
    });
  },
);
