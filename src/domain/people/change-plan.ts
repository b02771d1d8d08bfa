import { z } from "zod";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { actingFor, type System } from "#platform/system.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { parseInput } from "./internal/parse-input.ts";

const ChangePlan = z.object({
  organizationId: z.uuid(),
  plan: z
    .string()
    .toUpperCase()
    .pipe(z.enum(["STARTER", "TEAM", "UNLIMITED"], "A plan is starter, team or unlimited.")),
});

/** Puts an organization on another plan; for the operator. Projects beyond its number stay, and no more are added. */
export async function changePlan(system: System, input: z.input<typeof ChangePlan>): Promise<void> {
  const { organizationId, plan } = parseInput(ChangePlan, input);
  await inOrganization(actingFor(system, organizationId, "change-plan"), async (ctx) => {
    const before = await ctx.tx.organization.findUnique({
      where: { id: organizationId },
      select: { plan: true },
    });
    if (!before) throw new AppError("NOT_FOUND", "There is no such organisation.");
    if (before.plan === plan) return;
    await ctx.tx.organization.update({ where: { id: organizationId }, data: { plan } });
    await recordAudit(ctx, {
      action: "organization.change-plan",
      targetType: "organization",
      targetId: organizationId,
      before: { plan: before.plan },
      after: { plan },
    });
  });
}
