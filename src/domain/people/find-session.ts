import { differenceInMinutes } from "date-fns";
import type { Ctx } from "#platform/context.ts";
import { hashToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { listMyOrganizations, type MyOrganization } from "./list-my-organizations.ts";

export interface SignedIn {
  sessionId: string;
  person: { id: string; name: string; email: string | null; timeZone: string | null };
  organization: MyOrganization;
  ctx: Ctx;
}

const MINUTES_BETWEEN_MARKS = 5;

/** Who holds the session token, and in which organization they are, by what the database says now; null when it is not valid. */
export async function findSession(system: System, token: string): Promise<SignedIn | null> {
  const now = system.clock.now();
  const session = await system.db.prisma.session.findUnique({
    where: {
      tokenHash: hashToken(token),
      revokedAt: null,
      expiresAt: { gt: now },
      user: { deletedAt: null },
    },
    select: {
      id: true,
      activeOrganizationId: true,
      lastUsedAt: true,
      user: { select: { id: true, name: true, email: true, timeZone: true } },
    },
  });
  if (!session) return null;
  const organizations = await listMyOrganizations(system, session.user.id);
  const organization =
    organizations.find((one) => one.organizationId === session.activeOrganizationId) ?? organizations[0];
  if (!organization) return null;
  if (differenceInMinutes(now, session.lastUsedAt) >= MINUTES_BETWEEN_MARKS) {
    await system.db.prisma.session.update({ where: { id: session.id }, data: { lastUsedAt: now } });
  }
  return {
    sessionId: session.id,
    person: session.user,
    organization,
    ctx: {
      ...system,
      organizationId: organization.organizationId,
      actor: { kind: "user", userId: session.user.id, role: organization.role },
    },
  };
}
