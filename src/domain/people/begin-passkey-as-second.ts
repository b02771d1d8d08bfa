import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { z } from "zod";
import type { PasskeyToShow } from "./begin-passkey-sign-in.ts";
import { makeChallenge } from "./internal/passkey-challenge.ts";
import { relyingPartyOf } from "./internal/relying-party.ts";
import { AnswerFrame } from "./passkey-answer.ts";
import { personal } from "./personal.ts";

/** What a browser needs to show one of the person's own passkeys as their second factor. Valid for five minutes. */
export const beginPasskeyAsSecond = personal(
  { input: z.object({ origin: AnswerFrame.origin }), whileSecondIsDue: true },
  async ({ tx, userId, clock }, { origin }): Promise<PasskeyToShow> => {
    const passkeys = await tx.passkey.findMany({
      where: { userId },
      select: { credentialId: true, transports: true },
    });
    const now = clock.now();
    const { browserToken, challenge } = await makeChallenge(tx, { userId, purpose: "SIGN_IN", now });
    const options = await generateAuthenticationOptions({
      rpID: relyingPartyOf(origin).rpID,
      challenge,
      userVerification: "required",
      allowCredentials: passkeys.map(({ credentialId, transports }) => ({
        id: Buffer.from(credentialId).toString("base64url"),
        transports,
      })),
    });
    return { options, browserToken };
  },
);
