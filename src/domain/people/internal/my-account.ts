import type { Tx } from "#platform/database.ts";

/** What is kept of a person themselves and of their ways to sign in, without a secret among it. */
export async function myAccount(tx: Tx, userId: string) {
  const { authenticatorApp, sessions, identities, passkeys, passwordHash, ...profile } =
    await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        id: true,
        email: true,
        emailVerifiedAt: true,
        name: true,
        timeZone: true,
        locale: true,
        createdAt: true,
        passwordHash: true,
        authenticatorApp: { select: { createdAt: true, confirmedAt: true } },
        identities: {
          select: { provider: true, subject: true, label: true, createdAt: true, lastUsedAt: true },
        },
        passkeys: { select: { name: true, isBackedUp: true, createdAt: true, lastUsedAt: true } },
        sessions: {
          orderBy: { lastUsedAt: "desc" },
          take: 1_000,
          select: {
            method: true,
            userAgent: true,
            address: true,
            createdAt: true,
            lastUsedAt: true,
            expiresAt: true,
            revokedAt: true,
          },
        },
      },
    });
  return {
    profile: { ...profile, hasPassword: passwordHash !== null },
    authenticatorApp,
    identities,
    passkeys,
    sessions,
  };
}
