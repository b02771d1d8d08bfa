import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { unseal } from "#platform/seal.ts";
import { stepOfCode } from "./internal/authenticator-code.ts";
import { giveFirstRecoveryCodes } from "./internal/recovery-codes.ts";
import { tellOfFactor } from "./internal/tell-of-factor.ts";
import { personal } from "./personal.ts";

const ConfirmAuthenticatorApp = z.object({
  code: z.string().trim().min(1, "Type the six digits that the app shows.").max(40),
});

/**
 * Makes the app a second factor, once a code of it proves that it holds the secret. Gives ten recovery codes, which are shown this
 * once; null when the person has some from another factor.
 *
 * @throws AppError INVALID when the code is not right, NOT_NOW when nothing waits to be confirmed.
 */
export const confirmAuthenticatorApp = personal(
  { input: ConfirmAuthenticatorApp, needsRecentProof: true },
  async (me, { code }): Promise<{ recoveryCodes: string[] | null }> => {
    const { tx, userId } = me;
    const now = me.clock.now();
    const app = await tx.authenticatorApp.findUnique({
      where: { userId, confirmedAt: null },
      select: { id: true, sealedSecret: true },
    });
    if (!app) throw new AppError("NOT_NOW", "No authenticator app waits to be confirmed. Begin again.");
    const step = stepOfCode(unseal(me.keys("authenticator-app"), app.sealedSecret, userId), code, now);
    if (step === null) {
      const message =
        "That is not the code of this moment. Wait for the next one, and check that your phone's clock is right.";
      throw new AppError("INVALID", message, { fields: { code: message } });
    }
    const { count } = await tx.authenticatorApp.updateMany({
      where: { id: app.id, confirmedAt: null, sealedSecret: { equals: app.sealedSecret } },
      data: { confirmedAt: now, lastStep: step },
    });
    if (count === 0) throw new AppError("CONFLICT", "This was confirmed or begun anew at the same moment.");
    const recoveryCodes = await giveFirstRecoveryCodes(me);
    await tellOfFactor(me, { action: "person.set-up-authenticator-app", notice: "authenticator_app_added" });
    return { recoveryCodes };
  },
);
