import { z } from "zod";
import { giveBack } from "#platform/rate-limit.ts";
import type { System } from "#platform/system.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";
import { parseInput } from "./internal/parse-input.ts";
import { takeChallenge } from "./internal/passkey-challenge.ts";
import { findSigner, recordPasskeyUse } from "./internal/passkey-signer.ts";
import { AnswerFrame, PasskeyAnswer } from "./passkey-answer.ts";

const StartSessionByPasskey = z.object({ ...AnswerFrame, answer: PasskeyAnswer });
export type StartSessionByPasskey = z.input<typeof StartSessionByPasskey>;

/**
 * Starts a session for whose passkey signed what this browser was asked. The challenge is used up by the first answer, right or wrong.
 *
 * @throws AppError NOT_NOW, with one text whatever was wrong; INVALID when it is no answer at all.
 */
export async function startSessionByPasskey(
  system: System,
  input: StartSessionByPasskey,
): Promise<StartedSession> {
  const { origin, browserToken, answer } = parseInput(StartSessionByPasskey, input);
  const now = system.clock.now();
  const asked = { userId: null, purpose: "SIGN_IN", now } as const;
  const challenge = await takeChallenge(system.db.prisma, browserToken, asked);
  const signer = await findSigner(system, { origin, challenge, answer });
  const session = await system.db.prisma.$transaction(async (tx) => {
    await recordPasskeyUse(tx, signer, now);
    return openSession(system, tx, { userId: signer.userId, method: "PASSKEY" });
  });
  // A whole office may come in at nine.
  await giveBack(system, "passkeyPerNetwork", system.from?.address ?? null);
  return session;
}
