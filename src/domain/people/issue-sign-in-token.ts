import { addMinutes } from "date-fns";
import { AppError } from "#platform/errors.ts";
import { hashToken, newToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";

const MINUTES_VALID = 10;

/**
 * Makes a one-time way in for the person of that address, valid for ten minutes. Only its hash is stored.
 *
 * @throws AppError NOT_FOUND when nobody has the address.
 */
export async function issueSignInToken(
  system: System,
  email: string,
): Promise<{ token: string; expiresAt: Date }> {
  const user = await system.db.prisma.user.findFirst({
    where: { email: email.trim().toLowerCase(), deletedAt: null },
    select: { id: true },
  });
  if (!user) throw new AppError("NOT_FOUND", `Nobody here has the address ${email}.`);
  const token = newToken();
  const createdAt = system.clock.now();
  const expiresAt = addMinutes(createdAt, MINUTES_VALID);
  await system.db.prisma.signInToken.create({
    data: { userId: user.id, tokenHash: hashToken(token), createdAt, expiresAt },
  });
  return { token, expiresAt };
}
