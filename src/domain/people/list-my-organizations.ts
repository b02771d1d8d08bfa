import type { Role } from "#platform/context.ts";
import type { System } from "#platform/system.ts";

export interface MyOrganization {
  organizationId: string;
  name: string;
  role: Role;
  reportingZone: string;
  isSetUp: boolean;
}

/** The organizations that a person belongs to, the oldest membership first; asked before one of them is chosen. */
export async function listMyOrganizations(system: System, userId: string): Promise<MyOrganization[]> {
  return system.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
    const memberships = await tx.membership.findMany({
      where: { userId },
      orderBy: { createdAt: "asc" },
      select: {
        role: true,
        organization: { select: { id: true, name: true, reportingZone: true, setUpAt: true } },
      },
    });
    return memberships.map(({ role, organization }) => ({
      organizationId: organization.id,
      name: organization.name,
      role,
      reportingZone: organization.reportingZone,
      isSetUp: organization.setUpAt !== null,
    }));
  });
}
