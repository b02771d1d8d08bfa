import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { z } from "zod";
import { isUniqueViolation } from "#platform/database-errors.ts";
import { AppError } from "#platform/errors.ts";
import { PASSKEY_ALGORITHMS } from "./internal/passkey-algorithms.ts";
import { takeChallenge } from "./internal/passkey-challenge.ts";
import { giveFirstRecoveryCodes } from "./internal/recovery-codes.ts";
import { relyingPartyOf } from "./internal/relying-party.ts";
import { tellOfFactor } from "./internal/tell-of-factor.ts";
import { AnswerFrame, NewPasskeyAnswer } from "./passkey-answer.ts";
import { PasskeyName } from "./passkey-name.ts";
import { personal } from "./personal.ts";

const MOST_PASSKEYS = 20;

const AddPasskey = z.object({ ...AnswerFrame, answer: NewPasskeyAnswer, name: PasskeyName });

/**
 * Keeps the passkey that the browser made. Gives ten recovery codes with the first factor, which are shown this once; otherwise null.
 *
 * @throws AppError NOT_NOW when the answer is not one to what this person was asked, CONFLICT when the passkey is kept already.
 */
export const addPasskey = personal(
  { input: AddPasskey, needsRecentProof: true },
  async (me, { origin, browserToken, answer, name }): Promise<{ recoveryCodes: string[] | null }> => {
    const { tx, userId } = me;
    const now = me.clock.now();
    const expectedChallenge = await takeChallenge(tx, browserToken, { userId, purpose: "REGISTER", now });
    if (expectedChallenge === null) throw refusal();
    const { rpID, expectedOrigin } = relyingPartyOf(origin);
    const { credential, credentialBackedUp } = await verified({
      response: answer,
      expectedChallenge,
      expectedOrigin,
      expectedRPID: rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
    });
    if ((await tx.passkey.count({ where: { userId } })) >= MOST_PASSKEYS) {
      throw new AppError("LIMIT_REACHED", `You have ${MOST_PASSKEYS} passkeys. Remove one to add another.`);
    }
    const data = {
      userId,
      name,
      credentialId: new Uint8Array(Buffer.from(credential.id, "base64url")),
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: answer.response.transports,
      isBackedUp: credentialBackedUp,
      createdAt: now,
    };
    const { id } = await tx.passkey.create({ data, select: { id: true } }).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new AppError("CONFLICT", "This passkey is kept here already.");
      throw error;
    });
    const recoveryCodes = await giveFirstRecoveryCodes(me);
    await tellOfFactor(me, { action: "person.add-passkey", notice: "passkey_added", passkeyId: id });
    return { recoveryCodes };
  },
);

type Made = NonNullable<VerifiedRegistrationResponse["registrationInfo"]>;

async function verified(asked: Parameters<typeof verifyRegistrationResponse>[0]): Promise<Made> {
  try {
    refuseCertificates(asked.response.response.attestationObject);
    const { registrationInfo } = await verifyRegistrationResponse(asked);
    if (registrationInfo) return registrationInfo;
  } catch (cause) {
    throw refusal(cause);
  }
  throw refusal();
}

/** We ask for no certificate of the device's maker. One that is sent all the same names addresses that checking it would call. */
function refuseCertificates(attestationObject: string): void {
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, "base64url")));
  const isPlain = decoded.get("fmt") === "none" || decoded.get("fmt") === "packed";
  if (!isPlain || decoded.get("attStmt").get("x5c")) throw new Error("The answer holds a certificate.");
}

function refusal(cause?: unknown): AppError {
  return new AppError("NOT_NOW", "That passkey could not be kept. Begin again.", { cause });
}
