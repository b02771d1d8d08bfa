import { addMinutes } from "date-fns";
import { z } from "zod";
import { consume } from "#platform/rate-limit.ts";
import { hashToken, newToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { EmailAddress } from "./email-address.ts";
import { enqueueAccountMail } from "./internal/enqueue-account-mail.ts";
import { parseInput } from "./internal/parse-input.ts";

const RequestSignIn = z.object({ email: EmailAddress });

/** How long the link and the code of a sign-in mail work. */
export const MINUTES_TO_SIGN_IN = 10;

export interface SignInRequest {
  /** For a cookie of the browser that asked; the code works nowhere else. */
  browserSecret: string;
  expiresAt: Date;
}

/**
 * Has a sign-in mail sent to an address, if somebody here has it. Whether anybody does is not looked up here but by the worker, so that
 * neither the answer nor its time tells.
 *
 * @throws AppError INVALID when it is not one address, LIMIT_REACHED when enough was asked for.
 */
export async function requestSignIn(
  system: System,
  input: z.input<typeof RequestSignIn>,
): Promise<SignInRequest> {
  const { email } = parseInput(RequestSignIn, input);
  await consume(system, "signInMailPerNetwork", system.from?.address ?? null);
  await consume(system, "signInMailPerAddress", email);
  const browserSecret = newToken();
  const createdAt = system.clock.now();
  const expiresAt = addMinutes(createdAt, MINUTES_TO_SIGN_IN);
  await system.db.prisma.$transaction(async (tx) => {
    const { id } = await tx.signInToken.create({
      data: { email, browserHash: hashToken(browserSecret), createdAt, expiresAt },
      select: { id: true },
    });
    await enqueueAccountMail(tx, { mail: "sign_in", signInTokenId: id });
  });
  return { browserSecret, expiresAt };
}
