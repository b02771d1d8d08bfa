import { z } from "zod";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { seal } from "#platform/seal.ts";
import { newAuthenticatorSecret } from "./internal/authenticator-code.ts";
import { KEEP_SECRET } from "./internal/keep-secret.sql.ts";
import { personal } from "./personal.ts";

/**
 * Makes the secret of an authenticator app, or another in the place of one that was never confirmed. It is no factor before
 * `confirmAuthenticatorApp`.
 *
 * @throws AppError CONFLICT when an app is set up already.
 */
export const beginAuthenticatorApp = personal(
  { input: z.object({}), needsRecentProof: true },
  async (me): Promise<void> => {
    const { tx, userId } = me;
    const sealed = seal(me.keys("authenticator-app"), newAuthenticatorSecret(), userId);
    const [kept] = await runSql(tx, KEEP_SECRET, [userId, Buffer.from(sealed), me.clock.now()]);
    if (!kept) {
      throw new AppError("CONFLICT", "An authenticator app is set up already. Remove it to set up another.");
    }
  },
);
