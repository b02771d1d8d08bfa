import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { tellOfFactor } from "./internal/tell-of-factor.ts";
import { PasskeyName } from "./passkey-name.ts";
import { personal } from "./personal.ts";

const RenamePasskey = z.object({ passkeyId: z.uuid(), name: PasskeyName });

/**
 * Calls a passkey something else.
 *
 * @throws AppError NOT_FOUND when it is not one of the person's own.
 */
export const renamePasskey = personal(
  { input: RenamePasskey },
  async (me, { passkeyId, name }): Promise<void> => {
    const { tx, userId } = me;
    const { count } = await tx.passkey.updateMany({ where: { id: passkeyId, userId }, data: { name } });
    if (count === 0) throw new AppError("NOT_FOUND", "This passkey is not there any more.");
    await tellOfFactor(me, { action: "person.rename-passkey", passkeyId });
  },
);
