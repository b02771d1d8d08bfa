import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import type { LimitName } from "#platform/limits.ts";
import { hashPassword, needsRehash, verifyPassword } from "#platform/password-hash.ts";
import { consume, giveBack } from "#platform/rate-limit.ts";
import type { System } from "#platform/system.ts";
import { EmailAddress } from "./email-address.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";
import { parseInput } from "./internal/parse-input.ts";
import { findNonce } from "./internal/password/device-token.ts";
import { TypedPassword } from "./internal/password/password-text.ts";

const SignInWithPassword = z.object({
  email: EmailAddress,
  password: TypedPassword,
  /** What `rememberDevice` gave this browser. */
  deviceToken: z.string().nullish(),
});
type SignInWithPassword = z.input<typeof SignInWithPassword>;

/**
 * Starts a session for who knows the password of the address. An address that nobody has, a person without a password and a wrong
 * password are answered alike and cost the same hash. Guesses are counted: those of a browser that once signed in to the account by
 * themselves, those of all others together, and all of a network.
 *
 * @throws AppError INVALID when it is wrong, LIMIT_REACHED after too many guesses, NOT_NOW when very many sign in at once
 */
export async function signInWithPassword(system: System, input: SignInWithPassword): Promise<StartedSession> {
  const { email, password, deviceToken } = parseInput(SignInWithPassword, input);
  const network: Budget = ["passwordPerNetwork", system.from?.address ?? null];
  await consume(system, ...network);
  const user = await system.db.prisma.user.findFirst({
    where: { email, deletedAt: null },
    select: { id: true, passwordHash: true },
  });
  const nonce = user && findNonce(system.keys, user.id, deviceToken);
  const budgets: Budget[] = nonce
    ? [["passwordPerDevice", nonce]]
    : [
        ["passwordPerAccount", email],
        ["passwordPerAccountAndDay", email],
      ];
  for (const budget of budgets) await consume(system, ...budget);
  const spent = [network, ...budgets];
  const stored = user?.passwordHash ?? null;
  const isRight = await verifyPassword(password, stored).catch(async (error: unknown) => {
    await giveAllBack(system, spent);
    throw error;
  });
  if (!user || !stored || !isRight) throw wrong();
  const passwordHash = needsRehash(stored) ? await hashPassword(password) : stored;
  const session = await system.db.prisma.$transaction(
    async (tx) => {
      const { count } = await tx.user.updateMany({
        where: { id: user.id, passwordHash: stored, deletedAt: null },
        data: { passwordHash },
      });
      if (count === 0) throw wrong();
      return openSession(system, tx, { userId: user.id, method: "PASSWORD" });
    },
    { maxWait: 10_000 },
  );
  await giveAllBack(system, spent);
  return session;
}

type Budget = [limit: LimitName, key: string | null];

/** What was right, or was never checked, is no guess. */
async function giveAllBack(system: System, spent: readonly Budget[]): Promise<void> {
  for (const budget of spent) await giveBack(system, ...budget);
}

function wrong(): AppError {
  return new AppError(
    "INVALID",
    "The address or the password is not right. Check both, or sign in another way.",
  );
}
