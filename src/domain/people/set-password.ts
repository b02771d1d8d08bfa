import { z } from "zod";
import { consume } from "#platform/rate-limit.ts";
import { makeHash } from "./internal/password/make-hash.ts";
import { NewPassword } from "./internal/password/password-text.ts";
import { tellOfPassword } from "./internal/password/tell-of-password.ts";
import { personal } from "./personal.ts";

const SetPassword = z.object({ password: NewPassword });

/**
 * Gives the person a password, or another one in place of one that they forgot: what counts is that they proved who they are a moment
 * ago. Their other sessions end.
 *
 * @throws AppError INVALID on `password` when it is too short, too long or easy to guess
 */
export const setPassword = personal(
  {
    input: SetPassword,
    needsRecentProof: true,
    prepare: async (me, { password }) => {
      await consume(me, "passwordPerDevice", me.sessionId);
      return makeHash(me, password);
    },
  },
  async (me, _, passwordHash) => {
    const { tx, userId } = me;
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: null },
      data: { passwordHash },
    });
    if (count === 1) return tellOfPassword(me, "person.set-password");
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    return tellOfPassword(me, "person.change-password");
  },
);
