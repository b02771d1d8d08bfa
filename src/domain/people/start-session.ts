import type { Tx } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { consume, giveBack } from "#platform/rate-limit.ts";
import { hashToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";
import { proveAddress } from "./internal/prove-address.ts";

export type { StartedSession };

/**
 * Uses up the token of a one-time link and starts a session. Two uses at once: one wins, the other is refused. A link that came by mail
 * proves the address.
 *
 * @throws AppError NOT_NOW when the link is used, expired or unknown; the same text for all three. LIMIT_REACHED when too many that
 *   were none came from one network.
 */
export async function startSession(system: System, input: { signInToken: string }): Promise<StartedSession> {
  const network = system.from?.address ?? null;
  await consume(system, "signInLinkPerNetwork", network);
  const session = await system.db.prisma.$transaction((tx) => spendLink(system, tx, input.signInToken));
  await giveBack(system, "signInLinkPerNetwork", network);
  return session;
}

async function spendLink(system: System, tx: Tx, signInToken: string): Promise<StartedSession> {
  const now = system.clock.now();
  const [used] = await tx.signInToken.updateManyAndReturn({
    where: {
      tokenHash: hashToken(signInToken),
      usedAt: null,
      expiresAt: { gt: now },
      user: { deletedAt: null },
    },
    data: { usedAt: now },
    select: { userId: true, email: true },
  });
  const { userId = null, email = null } = used ?? {};
  const isProven = userId && (!email || (await proveAddress(system, tx, { userId, email })));
  if (!isProven) {
    throw new AppError(
      "NOT_NOW",
      "This link was used already or is more than ten minutes old. Ask for another on the sign-in page.",
    );
  }
  return openSession(system, tx, { userId, method: email ? "EMAIL_LINK" : "ONE_TIME_LINK" });
}
