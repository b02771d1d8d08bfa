import { subDays, subHours } from "date-fns";
import type { System } from "#platform/system.ts";

/** Sessions that are over are kept for a while: somebody may ask what happened. */
const DAYS_DEAD_SESSIONS_ARE_KEPT = 30;

/** Takes away what is over for good: ways in that nobody used, challenges, counters of limits, sessions long dead. */
export async function removeExpired(system: System): Promise<void> {
  const { prisma } = system.db;
  const now = system.clock.now();
  // A page may still speak of a code that has just run out.
  await prisma.signInToken.deleteMany({ where: { expiresAt: { lt: subHours(now, 1) } } });
  await prisma.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } });
  const longAgo = subDays(now, DAYS_DEAD_SESSIONS_ARE_KEPT);
  await prisma.session.deleteMany({
    where: { OR: [{ revokedAt: { lt: longAgo } }, { expiresAt: { lt: longAgo } }] },
  });
}
