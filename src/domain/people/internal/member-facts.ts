import type { Prisma } from "#platform/db/generated/client.ts";

/** What a member's row and page show; `organizationId` counts the sessions that are in it alone. */
export function memberSelect(organizationId: string) {
  return {
    role: true,
    projectAccess: true,
    createdAt: true,
    projectGrants: { select: { project: { select: { id: true, title: true, deletedAt: true } } } },
    user: {
      select: {
        id: true,
        name: true,
        email: true,
        emailVerifiedAt: true,
        authenticatorApp: { select: { confirmedAt: true } },
        passkeys: { select: { id: true }, take: 1 },
        sessions: {
          where: { activeOrganizationId: organizationId },
          orderBy: { lastUsedAt: "desc" },
          select: { lastUsedAt: true, revokedAt: true, expiresAt: true },
        },
      },
    },
  } as const satisfies Prisma.MembershipSelect;
}

type MemberRow = Prisma.MembershipGetPayload<{ select: ReturnType<typeof memberSelect> }>;

/** A member as the pages show them. */
export function memberFacts({ user, projectGrants, createdAt, ...membership }: MemberRow, now: Date) {
  const { sessions, authenticatorApp, passkeys, emailVerifiedAt, id: userId, ...person } = user;
  const projects = projectGrants
    .map(({ project }) => project)
    .filter(({ deletedAt }) => !deletedAt)
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => a.title.localeCompare(b.title));
  return {
    userId,
    ...person,
    ...membership,
    joinedAt: createdAt,
    isEmailVerified: emailVerifiedAt !== null,
    /** The projects that were chosen; null for all of them. */
    projects: membership.projectAccess === "ALL" ? null : projects,
    hasSecondFactor: Boolean(authenticatorApp?.confirmedAt) || passkeys.length > 0,
    /** When they were last here; null for never. */
    lastSeenAt: sessions[0]?.lastUsedAt ?? null,
    /** Browsers that are signed in to this organization. */
    sessions: sessions.filter(({ revokedAt, expiresAt }) => !revokedAt && expiresAt > now).length,
  };
}
