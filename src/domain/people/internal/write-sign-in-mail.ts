import { hashToken, newToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { signInMail } from "../mails/sign-in-mail.ts";
import type { WrittenMail } from "../mails/write-mail.ts";
import { MINUTES_TO_SIGN_IN } from "../request-sign-in.ts";
import { hashSignInCode, newSignInCode, showSignInCode } from "../sign-in-code.ts";

/**
 * Writes the mail that somebody asked for on the sign-in page, with a link and a code of its own: what an earlier mail of the same
 * request carried is dead from then on. Null when nobody has the address, or when it was sent, used or too late.
 */
export async function writeSignInMail(
  system: System,
  origin: string,
  signInTokenId: string,
): Promise<(WrittenMail & { to: string }) | null> {
  const { prisma } = system.db;
  const isAwaited = { id: signInTokenId, sentAt: null, usedAt: null, expiresAt: { gt: system.clock.now() } };
  const asked = await prisma.signInToken.findFirst({
    where: isAwaited,
    select: { email: true, browserHash: true },
  });
  if (!asked?.email || !asked.browserHash) return null;
  const person = await prisma.user.findFirst({
    where: { email: asked.email, deletedAt: null },
    select: { id: true },
  });
  if (!person) return null;
  const token = newToken();
  const code = newSignInCode();
  const { count } = await prisma.signInToken.updateMany({
    where: isAwaited,
    data: {
      userId: person.id,
      tokenHash: hashToken(token),
      codeHash: hashSignInCode(system.keys, code, asked.browserHash),
    },
  });
  if (count === 0) return null;
  const href = new URL(`/sign-in/${token}`, origin).href;
  return {
    to: asked.email,
    ...signInMail({ code: showSignInCode(code), href, minutes: MINUTES_TO_SIGN_IN }),
  };
}
