import type { TxMe } from "../../personal.ts";
import { tellOfFactor } from "../tell-of-factor.ts";

const NOTICES = {
  "person.set-password": "password_set",
  "person.change-password": "password_changed",
  "person.remove-password": "password_removed",
} as const;

/**
 * After a change to the password: ends the person's other sessions, which whoever knew the old one may hold, and writes it into the
 * audit log and a mail. Gives how many sessions were ended.
 */
export async function tellOfPassword(
  me: TxMe,
  action: keyof typeof NOTICES,
): Promise<{ endedSessions: number }> {
  const { tx, userId, sessionId, clock } = me;
  const now = clock.now();
  const { count } = await tx.session.updateMany({
    where: { userId, id: { not: sessionId }, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  await tellOfFactor(me, { action, notice: NOTICES[action] });
  return { endedSessions: count };
}
