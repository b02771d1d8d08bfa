import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { PASSKEY_ALGORITHMS } from "./internal/passkey-algorithms.ts";
import { makeChallenge } from "./internal/passkey-challenge.ts";
import { relyingPartyOf } from "./internal/relying-party.ts";
import { AnswerFrame } from "./passkey-answer.ts";
import { personal } from "./personal.ts";

export interface PasskeyToMake {
  /** What the browser is asked for. */
  options: PublicKeyCredentialCreationOptionsJSON;
  /** Kept in a cookie until the answer comes. */
  browserToken: string;
}

/** What a browser needs to make a passkey for the person, on a device that holds none of theirs yet. Valid for five minutes. */
export const beginPasskey = personal(
  { input: z.object({ origin: AnswerFrame.origin }), needsRecentProof: true },
  async ({ tx, userId, clock }, { origin }): Promise<PasskeyToMake> => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, name: true, passkeys: { select: { credentialId: true, transports: true } } },
    });
    const now = clock.now();
    const { browserToken, challenge } = await makeChallenge(tx, { userId, purpose: "REGISTER", now });
    const options = await generateRegistrationOptions({
      rpName: "Episodic",
      rpID: relyingPartyOf(origin).rpID,
      userName: user.email ?? user.name,
      userDisplayName: user.name,
      userID: new Uint8Array(Buffer.from(userId)),
      challenge,
      excludeCredentials: user.passkeys.map(({ credentialId, transports }) => ({
        id: Buffer.from(credentialId).toString("base64url"),
        transports,
      })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      supportedAlgorithmIDs: [...PASSKEY_ALGORITHMS],
    });
    return { options, browserToken };
  },
);
