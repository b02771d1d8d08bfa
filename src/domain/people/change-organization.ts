import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { hasSecondFactor } from "./internal/has-second-factor.ts";
import { OrganizationName, ReportingZone } from "./internal/organization-fields.ts";
import { command } from "./verb.ts";

const FIELDS = ["name", "reportingZone", "requiresSecondFactor"] as const;

/**
 * Changes the organization's name, the zone in which its days are counted, and whether its members must have a second factor.
 *
 * @throws AppError INVALID when somebody demands a second factor who has none: they would lock themselves out
 */
export const changeOrganization = command(
  {
    needs: "organization.edit",
    input: z.object({
      name: OrganizationName,
      reportingZone: ReportingZone,
      requiresSecondFactor: z.boolean(),
    }),
  },
  async (ctx, after) => {
    const { tx, organizationId, actor } = ctx;
    const before = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { name: true, reportingZone: true, requiresSecondFactor: true },
    });
    const fields = FIELDS.filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return { fields };
    const isNewDemand = after.requiresSecondFactor && !before.requiresSecondFactor;
    if (isNewDemand && actor.kind === "user" && !(await hasSecondFactor(tx, actor.userId))) {
      throw new AppError(
        "INVALID",
        "Set up a second factor of your own first, under “Ways to sign in”. Then ask it of all.",
        {
          fields: { requiresSecondFactor: "You have none yourself." },
        },
      );
    }
    await tx.organization.update({ where: { id: organizationId }, data: after });
    if (fields.includes("reportingZone")) {
      const payload = JSON.stringify({ organizationId });
      await tx.$executeRaw`select enqueue_job('recount_usage', ${payload}::json)`;
    }
    await recordAudit(ctx, {
      action: "organization.change",
      targetType: "organization",
      targetId: organizationId,
      before: Object.fromEntries(fields.map((field) => [field, before[field]])),
      after: Object.fromEntries(fields.map((field) => [field, after[field]])),
    });
    await recordEvent(ctx, { type: "organization_changed", data: { fields } });
    return { fields };
  },
);
