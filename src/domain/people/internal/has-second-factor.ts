import type { Tx } from "#platform/database.ts";

/** True when the person has something to show beside what they know or receive: an authenticator app or a passkey. */
export async function hasSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      authenticatorApp: { select: { confirmedAt: true } },
      passkeys: { select: { id: true }, take: 1 },
    },
  });
  return Boolean(user.authenticatorApp?.confirmedAt) || user.passkeys.length > 0;
}
