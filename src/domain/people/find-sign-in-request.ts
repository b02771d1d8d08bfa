import { hashToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";

/** What this browser asked for last: the address as it was typed, and whether its code is still awaited. Null when it asked nothing. */
export async function findSignInRequest(
  system: System,
  browserSecret: string,
): Promise<{ email: string; isOpen: boolean } | null> {
  const asked = await system.db.prisma.signInToken.findFirst({
    where: { browserHash: hashToken(browserSecret), email: { not: null } },
    select: { email: true, usedAt: true, expiresAt: true },
  });
  if (!asked?.email) return null;
  const isOpen = asked.usedAt === null && asked.expiresAt > system.clock.now();
  return { email: asked.email, isOpen };
}
