import { z } from "zod";
import { PLANS } from "./plans.ts";
import { query } from "./verb.ts";

/** The settings of the organization, what its plan allows, and how many of its members have no second factor. */
export const getOrganization = query(
  { needs: "organization.edit", input: z.object({}) },
  async ({ tx, organizationId }) => {
    const { plan, ...organization } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { name: true, slug: true, reportingZone: true, requiresSecondFactor: true, plan: true },
    });
    const members = await tx.membership.count({ where: { organizationId } });
    const membersWithoutSecondFactor = await tx.membership.count({
      where: {
        organizationId,
        user: { passkeys: { none: {} }, NOT: { authenticatorApp: { is: { confirmedAt: { not: null } } } } },
      },
    });
    const projects = await tx.project.count({ where: { organizationId, deletedAt: null } });
    return {
      ...organization,
      plan: { name: PLANS[plan].name, projectLimit: PLANS[plan].projects },
      members,
      membersWithoutSecondFactor,
      projects,
    };
  },
);
