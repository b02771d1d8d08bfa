import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { consume } from "#platform/rate-limit.ts";
import type { System } from "#platform/system.ts";
import { makeChallenge } from "./internal/passkey-challenge.ts";
import { relyingPartyOf } from "./internal/relying-party.ts";

export interface PasskeyToShow {
  /** What the browser is asked for. */
  options: PublicKeyCredentialRequestOptionsJSON;
  /** Kept in a cookie until the answer comes. */
  browserToken: string;
}

/**
 * What a browser needs to sign somebody in by a passkey that it knows. Nobody says who they are: the answer does. Valid for five minutes.
 *
 * @throws AppError LIMIT_REACHED when it is asked too often from one network.
 */
export async function beginPasskeySignIn(system: System, input: { origin: string }): Promise<PasskeyToShow> {
  await consume(system, "passkeyPerNetwork", system.from?.address ?? null);
  const { browserToken, challenge } = await makeChallenge(system.db.prisma, {
    userId: null,
    purpose: "SIGN_IN",
    now: system.clock.now(),
  });
  const options = await generateAuthenticationOptions({
    rpID: relyingPartyOf(input.origin).rpID,
    challenge,
    userVerification: "required",
  });
  return { options, browserToken };
}
