import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { hasSecondFactor } from "./internal/has-second-factor.ts";
import { tellOfFactor } from "./internal/tell-of-factor.ts";
import { personal } from "./personal.ts";

/**
 * Removes the authenticator app. When it was the last factor, the recovery codes go with it, and organizations that demand a factor
 * are closed to the person until there is one again.
 *
 * @throws AppError NOT_FOUND when none is set up.
 */
export const removeAuthenticatorApp = personal(
  { input: z.object({}), needsRecentProof: true },
  async (me): Promise<void> => {
    const { tx, userId } = me;
    const { count } = await tx.authenticatorApp.deleteMany({
      where: { userId, confirmedAt: { not: null } },
    });
    if (count === 0) throw new AppError("NOT_FOUND", "No authenticator app is set up.");
    if (!(await hasSecondFactor(tx, userId))) await tx.recoveryCode.deleteMany({ where: { userId } });
    await tellOfFactor(me, {
      action: "person.remove-authenticator-app",
      notice: "authenticator_app_removed",
    });
  },
);
