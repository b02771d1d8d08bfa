import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { myOrganizations } from "./internal/my-organizations.ts";

/**
 * The organization of a slug; for the operator. No role of ours sees all organizations at once, but each has a member, and a person
 * finds their own.
 */
export async function findOrganizationBySlug(
  system: System,
  slug: string,
): Promise<{ organizationId: string; name: string } | null> {
  const people = await system.db.prisma.user.findMany({ where: { deletedAt: null }, select: { id: true } });
  const seen = new Set<string>();
  for (const { id } of people) {
    const mine = await system.db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.user_id', ${id}, true)`;
      return myOrganizations(tx, id);
    });
    for (const { organizationId, name } of mine) {
      if (seen.has(organizationId)) continue;
      seen.add(organizationId);
      const found = await inOrganization(actingFor(system, organizationId, "find-organization"), ({ tx }) =>
        tx.organization.findUnique({ where: { slug }, select: { id: true } }),
      );
      if (found) return { organizationId, name };
    }
  }
  return null;
}
