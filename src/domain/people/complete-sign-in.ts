import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { consume, giveBack } from "#platform/rate-limit.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";
import { parseInput } from "./internal/parse-input.ts";
import { takeChallenge } from "./internal/passkey-challenge.ts";
import { findSigner, type PasskeySigner, recordPasskeyUse } from "./internal/passkey-signer.ts";
import { countRecoveryCodes, spendRecoveryCode } from "./internal/recovery-codes.ts";
import { spendAppCode } from "./internal/spend-app-code.ts";
import { tellOfFactor } from "./internal/tell-of-factor.ts";
import { AnswerFrame, PasskeyAnswer } from "./passkey-answer.ts";
import type { Me, TxMe } from "./personal.ts";

const code = z.string().trim().min(1, "Type a code.").max(40);

const SecondFactor = z.discriminatedUnion("by", [
  z.object({ by: z.literal("app"), code }),
  z.object({ by: z.literal("recovery-code"), code }),
  z.object({ by: z.literal("passkey"), ...AnswerFrame, answer: PasskeyAnswer }),
]);
type SecondFactor = z.output<typeof SecondFactor>;

const WRONG = {
  app: "That code is not right, or it was used already. Wait for the next one.",
  "recovery-code": "That is not one of your recovery codes, or it was used already.",
} as const;

/**
 * Shows the second factor of a session that waits for it. That session ends, and a new one that opens everything begins. Of two at
 * once, one wins. Codes are counted for each person, those of the app and those for recovery apart; a passkey can't be guessed and
 * is not counted, so that whoever guesses keeps nobody with a passkey or a recovery code out.
 *
 * @throws AppError INVALID when the code is wrong, NOT_NOW when the passkey is or when the session waits for nothing, LIMIT_REACHED
 *   after too many codes.
 */
export async function completeSignIn(me: Me, input: z.input<typeof SecondFactor>): Promise<StartedSession> {
  const shown = parseInput(SecondFactor, input);
  if (shown.by === "passkey") {
    const signer = await signerOf(me, shown);
    return open(me, (tx) => recordPasskeyUse(tx.tx, signer, me.clock.now()));
  }
  const counted = `${me.userId}:${shown.by}`;
  await consume(me, "secondFactor", counted);
  const session = await open(me, async (inside) => {
    if (await spend(inside, shown)) return;
    const message = WRONG[shown.by];
    throw new AppError("INVALID", message, { fields: { code: message } });
  });
  await giveBack(me, "secondFactor", counted);
  return session;
}

async function spend(inside: TxMe, shown: Exclude<SecondFactor, { by: "passkey" }>): Promise<boolean> {
  if (shown.by === "app") return spendAppCode(inside, shown.code);
  if (!(await spendRecoveryCode(inside, shown.code))) return false;
  const codesLeft = await countRecoveryCodes(inside);
  await tellOfFactor(inside, { action: "person.use-recovery-code", notice: "recovery_code_used", codesLeft });
  return true;
}

async function signerOf(
  me: Me,
  { origin, browserToken, answer }: Extract<SecondFactor, { by: "passkey" }>,
): Promise<PasskeySigner> {
  const asked = { userId: me.userId, purpose: "SIGN_IN", now: me.clock.now() } as const;
  const challenge = await takeChallenge(me.db.prisma, browserToken, asked);
  return findSigner(me, { origin, challenge, answer }, me.userId);
}

/** Ends the session that waits and opens the whole one, when `prove` does not throw. */
async function open(me: Me, prove: (inside: TxMe) => Promise<void>): Promise<StartedSession> {
  const { userId, sessionId, clock } = me;
  const now = clock.now();
  return me.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
    const [waiting] = await tx.session.updateManyAndReturn({
      where: { id: sessionId, userId, stage: "SECOND_FACTOR_DUE", revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
      select: { method: true },
    });
    if (!waiting) throw new AppError("NOT_NOW", "This sign-in is over. Begin again on the sign-in page.");
    await prove({ ...me, tx });
    return openSession(me, tx, { userId, method: waiting.method, isSecondShown: true });
  });
}
