import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import type { AnchorsRead } from "./audit-anchors.ts";

export interface AuditedOrganization {
  organizationId: string;
  /** Its id, where the organization itself is gone. */
  name: string;
  slug: string | null;
}

/**
 * Every organization that has a log, or ought to: by their members, by the heads of the logs and by the anchors, so that taking one of
 * these away hides none. Needs the worker's role, which may look at all heads.
 */
export async function listAuditedOrganizations(
  system: System,
  anchors: AnchorsRead | null,
): Promise<AuditedOrganization[]> {
  const heads = await system.db.prisma.auditHead.findMany({ select: { organizationId: true } });
  const ids = new Set([
    ...heads.map(({ organizationId }) => organizationId),
    ...(anchors?.byOrganization.keys() ?? []),
    ...(await organizationsOfPeople(system)),
  ]);
  const found: AuditedOrganization[] = [];
  for (const organizationId of ids) {
    const named = await inOrganization(actingFor(system, organizationId, "audit-verify"), ({ tx }) =>
      tx.organization.findUnique({ where: { id: organizationId }, select: { name: true, slug: true } }),
    );
    found.push({ organizationId, ...(named ?? { name: organizationId, slug: null }) });
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** No role of ours sees all memberships at once; but each person sees their own. */
async function organizationsOfPeople({ db }: System): Promise<Set<string>> {
  const people = await db.prisma.user.findMany({ select: { id: true } });
  const found = new Set<string>();
  for (const { id } of people) {
    const memberships = await db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.user_id', ${id}, true)`;
      return tx.membership.findMany({ where: { userId: id }, select: { organizationId: true } });
    });
    for (const { organizationId } of memberships) found.add(organizationId);
  }
  return found;
}
