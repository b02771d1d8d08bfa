import { differenceInMinutes } from "date-fns";
import type { Ctx } from "#platform/context.ts";
import type { SessionStage, SignInMethod } from "#platform/db/generated/enums.ts";
import { hashToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { type MyOrganization, myOrganizations } from "./internal/my-organizations.ts";
import type { Me } from "./personal.ts";
import { standingOf } from "./standing.ts";

export interface SignedIn {
  session: { id: string; stage: SessionStage; method: SignInMethod };
  person: {
    id: string;
    name: string;
    email: string | null;
    timeZone: string | null;
    hasSecondFactor: boolean;
  };
  me: Me;
  organizations: MyOrganization[];
  /** The one they are in; null for somebody who belongs to none. */
  organization: MyOrganization | null;
  /** Null while a second factor is due, or is demanded by the organization and not set up, and for who belongs to none. */
  ctx: Ctx | null;
  /** The same as long as what this session opens is the same; an open stream ends when it changes. */
  standing: string;
}

const MINUTES_BETWEEN_MARKS = 5;

/** Who holds the session token, and in which organization they are, by what the database says now; null when it is not valid. */
export async function findSession(system: System, token: string): Promise<SignedIn | null> {
  const now = system.clock.now();
  return system.db.prisma.$transaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: {
        tokenHash: hashToken(token),
        revokedAt: null,
        expiresAt: { gt: now },
        user: { deletedAt: null },
      },
      select: {
        id: true,
        stage: true,
        method: true,
        authenticatedAt: true,
        activeOrganizationId: true,
        lastUsedAt: true,
        address: true,
        user: {
          select: {
            id: true,
            name: true,
            email: true,
            timeZone: true,
            authenticatorApp: { select: { confirmedAt: true } },
            passkeys: { select: { id: true }, take: 1 },
          },
        },
      },
    });
    if (!session) return null;
    const { authenticatorApp, passkeys, ...user } = session.user;
    await tx.$executeRaw`select set_config('app.user_id', ${user.id}, true)`;
    const organizations = await myOrganizations(tx, user.id);
    const hasSecondFactor = Boolean(authenticatorApp?.confirmedAt) || passkeys.length > 0;
    const { organization, isLetIn, mark } = standingOf({ ...session, hasSecondFactor, organizations });
    const address = system.from?.address ?? session.address;
    const isStale = differenceInMinutes(now, session.lastUsedAt) >= MINUTES_BETWEEN_MARKS;
    if (isStale || address !== session.address) {
      await tx.session.update({ where: { id: session.id }, data: { lastUsedAt: now, address } });
    }
    const before = session.activeOrganizationId;
    if (organization && organization.organizationId !== before) {
      // Whoever was removed from where they were is counted, and signed out, where they are now; unless they just went elsewhere.
      await tx.session.updateMany({
        where: { id: session.id, activeOrganizationId: before },
        data: { activeOrganizationId: organization.organizationId },
      });
    }
    const { id, stage, method, authenticatedAt } = session;
    return {
      session: { id, stage, method },
      person: { ...user, hasSecondFactor },
      me: {
        ...system,
        userId: user.id,
        sessionId: id,
        authenticatedAt,
        isSecondDue: stage === "SECOND_FACTOR_DUE",
      },
      organizations,
      organization,
      ctx: organization && isLetIn ? enter(system, user.id, organization) : null,
      standing: mark,
    };
  });
}

function enter(system: System, userId: string, organization: MyOrganization): Ctx {
  const { organizationId, role, projectIds } = organization;
  return { ...system, organizationId, actor: { kind: "user", userId, role, projectIds } };
}
