import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";

type BudgetToMake = Partial<Omit<Prisma.BudgetUncheckedCreateInput, "organizationId">> & {
  ceilingNanos: bigint;
};

/** A hard ceiling over a day of the whole organization, unless said otherwise. */
export async function makeBudget(ctx: Ctx, budget: BudgetToMake) {
  return inOrganization(ctx, ({ tx, organizationId }) =>
    tx.budget.create({ data: { organizationId, window: "DAY", ...budget } }),
  );
}
