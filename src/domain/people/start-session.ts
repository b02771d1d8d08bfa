import { AppError } from "#platform/errors.ts";
import { hashToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";

export type { StartedSession };

/**
 * Uses up the token of a one-time link and starts a session. Two uses at once: one wins, the other is refused. A link that came by mail
 * proves the address.
 *
 * @throws AppError NOT_NOW when the link is used, expired or unknown; the same text for all three.
 */
export async function startSession(system: System, input: { signInToken: string }): Promise<StartedSession> {
  const now = system.clock.now();
  return system.db.prisma.$transaction(async (tx) => {
    const [used] = await tx.signInToken.updateManyAndReturn({
      where: {
        tokenHash: hashToken(input.signInToken),
        usedAt: null,
        expiresAt: { gt: now },
        user: { deletedAt: null },
      },
      data: { usedAt: now },
      select: { userId: true, email: true },
    });
    if (!used?.userId) {
      throw new AppError(
        "NOT_NOW",
        "This link was used already or is more than ten minutes old. Ask for another on the sign-in page.",
      );
    }
    const { userId, email } = used;
    if (email) {
      await tx.user.updateMany({
        where: { id: userId, email, emailVerifiedAt: null },
        data: { emailVerifiedAt: now },
      });
    }
    return openSession(system, tx, { userId, method: email ? "EMAIL_LINK" : "ONE_TIME_LINK" });
  });
}
