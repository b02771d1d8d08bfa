import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { hasSecondFactor } from "./internal/has-second-factor.ts";
import { replaceRecoveryCodes } from "./internal/recovery-codes.ts";
import { tellOfFactor } from "./internal/tell-of-factor.ts";
import { personal } from "./personal.ts";

/**
 * Makes ten recovery codes in the place of those that were there, which are worthless from then on. They are shown this once.
 *
 * @throws AppError NOT_NOW when there is no second factor that they could stand in for.
 */
export const renewRecoveryCodes = personal(
  { input: z.object({}), needsRecentProof: true },
  async (me): Promise<{ recoveryCodes: string[] }> => {
    if (!(await hasSecondFactor(me.tx, me.userId))) {
      throw new AppError("NOT_NOW", "Set up an authenticator app or a passkey first.");
    }
    const recoveryCodes = await replaceRecoveryCodes(me);
    await tellOfFactor(me, { action: "person.renew-recovery-codes", notice: "recovery_codes_renewed" });
    return { recoveryCodes };
  },
);
