import { z } from "zod";
import { unseal } from "#platform/seal.ts";
import { describeSecret } from "./internal/authenticator-code.ts";
import { personal } from "./personal.ts";

export interface AuthenticatorSecret {
  /** For the picture that a phone reads (`otpauth:`). */
  uri: string;
  /** To be typed instead, in groups of four. */
  typed: string;
}

/** The secret that waits to be confirmed, or null. One that was confirmed is never shown again. */
export const findAuthenticatorSecret = personal(
  { input: z.object({}), needsRecentProof: true },
  async ({ tx, userId, keys }): Promise<AuthenticatorSecret | null> => {
    const app = await tx.authenticatorApp.findUnique({
      where: { userId, confirmedAt: null },
      select: { sealedSecret: true, user: { select: { email: true, name: true } } },
    });
    if (!app) return null;
    const secret = unseal(keys("authenticator-app"), app.sealedSecret, userId);
    return describeSecret(secret, app.user.email ?? app.user.name);
  },
);
