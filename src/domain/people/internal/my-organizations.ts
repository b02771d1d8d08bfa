import type { Role } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";

export interface MyOrganization {
  organizationId: string;
  name: string;
  role: Role;
  reportingZone: string;
  isSetUp: boolean;
  requiresSecondFactor: boolean;
  /** The projects that a member with chosen access may see; null for all of them. */
  projectIds: string[] | null;
}

/** The organizations that a person belongs to, the oldest membership first. The transaction says who asks (`app.user_id`). */
export async function myOrganizations(tx: Tx, userId: string): Promise<MyOrganization[]> {
  const memberships = await tx.membership.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: {
      role: true,
      projectAccess: true,
      projectGrants: { select: { projectId: true } },
      organization: {
        select: { id: true, name: true, reportingZone: true, setUpAt: true, requiresSecondFactor: true },
      },
    },
  });
  return memberships.map(({ role, projectAccess, projectGrants, organization }) => ({
    organizationId: organization.id,
    name: organization.name,
    role,
    reportingZone: organization.reportingZone,
    isSetUp: organization.setUpAt !== null,
    requiresSecondFactor: organization.requiresSecondFactor,
    projectIds: projectAccess === "ALL" ? null : projectGrants.map(({ projectId }) => projectId),
  }));
}
