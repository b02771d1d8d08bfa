import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { hasSecondFactor } from "./internal/has-second-factor.ts";
import { tellOfFactor } from "./internal/tell-of-factor.ts";
import { personal } from "./personal.ts";

/**
 * Removes a passkey: it signs nobody in any more. When it was the last factor, the recovery codes go with it, and organizations that
 * demand a factor are closed to the person until there is one again.
 *
 * @throws AppError NOT_FOUND when it is not one of the person's own.
 */
export const removePasskey = personal(
  { input: z.object({ passkeyId: z.uuid() }), needsRecentProof: true },
  async (me, { passkeyId }): Promise<void> => {
    const { tx, userId } = me;
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, userId } });
    if (count === 0) throw new AppError("NOT_FOUND", "This passkey is not there any more.");
    if (!(await hasSecondFactor(tx, userId))) await tx.recoveryCode.deleteMany({ where: { userId } });
    await tellOfFactor(me, { action: "person.remove-passkey", notice: "passkey_removed", passkeyId });
  },
);
