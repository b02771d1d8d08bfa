import { type VerifiedAuthenticationResponse, verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { Tx } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";
import type { PasskeyAnswer } from "../passkey-answer.ts";
import { relyingPartyOf } from "./relying-party.ts";

/** A passkey that has signed what it was asked to, and whose it is. */
export interface PasskeySigner {
  passkeyId: string;
  userId: string;
  counterBefore: bigint;
  counter: bigint;
  isBackedUp: boolean;
}

interface Signed {
  origin: string;
  challenge: string | null;
  answer: PasskeyAnswer;
}

/**
 * Finds out which passkey signed the challenge. Reads alone; `recordPasskeyUse` then keeps that it was used.
 *
 * @throws AppError NOT_NOW, with one text whatever was wrong: the challenge, the passkey, its site, signature or count.
 */
export async function findSigner(
  { db }: System,
  { origin, challenge, answer }: Signed,
  /** Given, only a passkey of theirs will do. */
  ownerId?: string,
): Promise<PasskeySigner> {
  const passkey = await db.prisma.passkey.findUnique({
    where: {
      credentialId: new Uint8Array(Buffer.from(answer.id, "base64url")),
      user: { deletedAt: null },
    },
    select: { id: true, userId: true, publicKey: true, counter: true },
  });
  if (!passkey || challenge === null) throw refusal();
  if (ownerId !== undefined && passkey.userId !== ownerId) throw refusal();
  const { userHandle } = answer.response;
  if (userHandle !== undefined && userHandle !== userHandleOf(passkey.userId)) throw refusal();
  const { expectedOrigin, rpID } = relyingPartyOf(origin);
  const outcome = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin,
    expectedRPID: rpID,
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
    requireUserVerification: true,
  }).catch((cause: unknown): VerifiedAuthenticationResponse => {
    throw refusal(cause);
  });
  if (!outcome.verified) throw refusal();
  const { newCounter, credentialBackedUp } = outcome.authenticationInfo;
  return {
    passkeyId: passkey.id,
    userId: passkey.userId,
    counterBefore: passkey.counter,
    counter: BigInt(newCounter),
    isBackedUp: credentialBackedUp,
  };
}

/**
 * Keeps the count that the passkey gave, in the transaction that lets its owner in.
 *
 * @throws AppError NOT_NOW when it was removed or used with the same count meanwhile.
 */
export async function recordPasskeyUse(tx: Tx, signer: PasskeySigner, now: Date): Promise<void> {
  const { passkeyId: id, userId, counterBefore, counter, isBackedUp } = signer;
  const { count } = await tx.passkey.updateMany({
    where: { id, userId, counter: counterBefore },
    data: { counter, isBackedUp, lastUsedAt: now },
  });
  if (count === 0) throw refusal();
}

/** What a passkey calls its owner: the id, which says nothing to whoever finds the device. */
function userHandleOf(userId: string): string {
  return Buffer.from(userId).toString("base64url");
}

function refusal(cause?: unknown): AppError {
  return new AppError("NOT_NOW", "That passkey did not work here. Try again, or come in another way.", {
    cause,
  });
}
